import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './email-tabs.module.css';

const PARTS = [
  { to: '/admin/email/mailboxes', label: 'email.mailboxes' },
  { to: '/admin/email/incoming', label: 'email.incoming' },
  { to: '/admin/email/suspended', label: 'email.suspended' },
  { to: '/admin/email/outgoing', label: 'email.outgoing' },
] as const;

/** The parts of E-mail; links, so that each has an address of its own. */
export function EmailTabs() {
  const { t } = useTranslation('admin');
  return (
    <nav aria-label={t('email.tabs')} className={classes.tabs}>
      {PARTS.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
