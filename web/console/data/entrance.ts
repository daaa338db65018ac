import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Body } from '#web/api/types.ts';

// What somebody without a session may ask: setup, forgotten password, links from mails.

export function setupQuery(token: string) {
  return queryOptions({
    queryKey: ['setup', token],
    queryFn: () => answer(api.GET('/api/v1/setup', { params: { query: { token } } })),
  });
}

export function setupAddressQuery(token: string, companyName: string) {
  return queryOptions({
    queryKey: ['setup', token, 'address', companyName],
    queryFn: () =>
      answer(api.GET('/api/v1/setup/address', { params: { query: { token, companyName } } })),
    enabled: companyName.trim() !== '',
  });
}

export function setUp(body: Body<'/api/v1/setup', 'post'>) {
  return answer(api.POST('/api/v1/setup', { body }));
}

export function askForPasswordReset(email: string) {
  return answer(api.POST('/api/v1/password-resets', { body: { email } }));
}

export function linkCheckQuery(token: string) {
  return queryOptions({
    queryKey: ['password-link', token],
    queryFn: () => answer(api.POST('/api/v1/password-resets/check', { body: { token } })),
  });
}

export function redeemLink(body: Body<'/api/v1/password-resets/redemption', 'post'>) {
  return answer(api.POST('/api/v1/password-resets/redemption', { body }));
}
