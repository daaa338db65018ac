import { Button, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFoundState } from '#web/ui/states.tsx';
import { usePortalTitle } from '../parts/portal-title.ts';

export function NotFoundPage() {
  const { t } = useTranslation('portal');
  usePortalTitle(t('state.notFoundTitle'));
  return (
    <>
      <VisuallyHidden>
        <h1>{t('state.notFoundTitle')}</h1>
      </VisuallyHidden>
      <NotFoundState
        action={
          <Button component={Link} to="/">
            {t('state.toHome')}
          </Button>
        }
      />
    </>
  );
}
