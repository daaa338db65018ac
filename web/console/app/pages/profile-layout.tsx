import { Box } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../parts/page-tabs.tsx';

/** My Profile and what belongs to it. */
export function ProfileLayout() {
  const { t } = useTranslation(['profile', 'security']);
  return (
    <div>
      <Box maw="var(--portico-page-width)">
        <PageTabs
          label={t('tabs.label')}
          tabs={[
            { to: '/profile', label: t('tabs.profile') },
            { to: '/profile/security', label: t('security:title') },
            { to: '/profile/notifications', label: t('tabs.notifications') },
          ]}
        />
        <Outlet />
      </Box>
    </div>
  );
}
