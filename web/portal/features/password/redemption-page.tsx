import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import { isApiError } from '#web/api/problem.ts';
import { ErrorState } from '#web/ui/states.tsx';
import { CardPage } from '../../parts/card-page.tsx';
import { RedemptionForm } from './redemption-form.tsx';

const route = getRouteApi('/set-password');

/** Where the link of a password mail leads. */
export function RedemptionPage() {
  const { t } = useTranslation('portal');
  const { token } = route.useSearch();
  const check = useQuery({
    queryKey: ['password-link', token],
    queryFn: () =>
      answer(api.POST('/portal/v1/password-resets/check', { body: { token: token ?? '' } })),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const isGone =
    !token || (isApiError(check.error) && [400, 404, 409, 410].includes(check.error.status));

  if (isGone) {
    return (
      <CardPage title={t('newPassword.goneTitle')} lead={t('newPassword.gone')}>
        <Button component={Link} to="/forgotten-password">
          {t('newPassword.askAgain')}
        </Button>
      </CardPage>
    );
  }
  if (check.error) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />;
  return (
    <CardPage title={t('newPassword.linkTitle')} lead={t('newPassword.linkLead')}>
      {check.isPending ? (
        <Stack role="status" aria-label={t('state.loading')}>
          <Skeleton height="4rem" />
          <Skeleton height="8rem" />
        </Stack>
      ) : (
        <RedemptionForm token={token} onGone={() => void check.refetch()} />
      )}
    </CardPage>
  );
}
