import { Button, VisuallyHidden } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import type { PortalSession } from '../../data/session.ts';

/** Not there, or not for everybody: who has not signed in may find it after that. */
export function NotReadable(props: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('articles');
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { data: session } = useQuery<PortalSession | null>({
    queryKey: ['session'],
    enabled: false,
  });
  const isMissing = isApiError(props.error) && props.error.status === 404;
  const heading = (
    <VisuallyHidden>
      <h1>{t('title')}</h1>
    </VisuallyHidden>
  );
  if (!isMissing || session)
    return (
      <>
        {heading}
        <ErrorState {...props} />
      </>
    );
  return (
    <>
      {heading}
      <EmptyState
        icon={IconLock}
        title={t('hidden.title')}
        action={
          <Button onClick={() => void navigate({ to: pathname, search: { signIn: true } })}>
            {t('hidden.signIn')}
          </Button>
        }
      >
        {t('hidden.lead')}
      </EmptyState>
    </>
  );
}
