import { Anchor, VisuallyHidden } from '@mantine/core';
import { IconDeviceDesktopOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { EmptyState } from '#web/ui/states.tsx';

/** The company shows no devices, or not any more: who followed an old link is told why it leads nowhere. */
export function DevicesNotShown() {
  const { t } = useTranslation('portal-devices');
  return (
    <>
      <VisuallyHidden>
        <h1>{t('notShownTitle')}</h1>
      </VisuallyHidden>
      <EmptyState
        icon={IconDeviceDesktopOff}
        title={t('notShownTitle')}
        action={
          <Anchor component={Link} to="/">
            {t('toHome')}
          </Anchor>
        }
      >
        {t('notShown')}
      </EmptyState>
    </>
  );
}

/** What the server says until the page has heard of it. */
export const isNotShown = (error: unknown) => isApiError(error, 'devicesNotShown');
