import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import { isApiError } from '#web/api/problem.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { keepSession } from '../../data/session.ts';
import { CardPage } from '../../parts/card-page.tsx';

const route = getRouteApi('/sign-in-link');
const isGone = (error: unknown) => isApiError(error) && [400, 404, 409].includes(error.status);

/**
 * Where the link of a sign-in mail leads. It takes a click to get in: programs that look through
 * mails open every link, and would use this one up.
 */
export function LinkPage() {
  const { t } = useTranslation(['member', 'portal']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { token = '' } = route.useSearch();
  const check = useQuery({
    queryKey: ['sign-in-link', token],
    queryFn: () => answer(api.POST('/portal/v1/sign-in-links/check', { body: { token } })),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const signIn = useMutation({
    mutationFn: () => answer(api.POST('/portal/v1/sign-in-links/redemption', { body: { token } })),
    async onSuccess(session) {
      keepSession(client, session);
      await navigate({ to: '/', replace: true });
      await client.invalidateQueries();
    },
  });

  if (token === '' || isGone(check.error) || isGone(signIn.error)) {
    return (
      <CardPage title={t('link.goneTitle')} lead={t('link.gone')}>
        <Button component={Link} to="/">
          {t('link.toSignIn')}
        </Button>
      </CardPage>
    );
  }
  if (check.error) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />;
  if (!check.data) {
    return (
      <CardPage title={t('link.checking')}>
        <Stack role="status" aria-label={t('portal:state.loading')}>
          <Skeleton height="4rem" />
        </Stack>
      </CardPage>
    );
  }
  const { firstName, lastName, email } = check.data;
  const name = `${firstName} ${lastName}`.trim() || email;
  return (
    <CardPage title={t('link.title', { name })} lead={t('link.ready')}>
      <Stack>
        <ProblemAlert error={signIn.error} />
        <Button
          size="md"
          loading={signIn.isPending || signIn.isSuccess}
          onClick={() => signIn.mutate()}
        >
          {t('portal:signIn.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('link.notYou')}
        </Text>
      </Stack>
    </CardPage>
  );
}
