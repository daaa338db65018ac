import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { EmailTabs } from './email-tabs.tsx';

/** Admin > E-mail: addresses, what came in, what waits, what went out. */
export function EmailLayout() {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeader title={t('email.title')} />
      <EmailTabs />
      <Outlet />
    </>
  );
}
