import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../parts/page-tabs.tsx';

/** The parts of E-mail. */
export function EmailTabs() {
  const { t } = useTranslation('admin');
  return (
    <PageTabs
      label={t('email.tabs')}
      tabs={[
        { to: '/admin/email/mailboxes', label: t('email.mailboxes') },
        { to: '/admin/email/incoming', label: t('email.incoming') },
        { to: '/admin/email/suspended', label: t('email.suspended') },
        { to: '/admin/email/outgoing', label: t('email.outgoing') },
      ]}
    />
  );
}
