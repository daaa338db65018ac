import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PortalSession } from '../data/session.ts';

/** Few choices: what a contact can do here. Empty while nobody is signed in. */
export function Navigation() {
  const { t } = useTranslation('portal');
  const { data: session } = useQuery<PortalSession | null>({
    queryKey: ['session'],
    enabled: false,
  });
  if (!session || session.mustChangePassword) return null;
  const exact = { exact: true, includeSearch: false };
  return (
    <nav aria-label={t('shell.navigation')} className="portal-nav">
      <Link to="/" activeOptions={exact} className="portal-link">
        {t('shell.home')}
      </Link>
      <Link to="/tickets" activeOptions={exact} className="portal-link">
        {t('shell.myTickets')}
      </Link>
      {session.contact.isMainContact && (
        <Link to="/company-tickets" activeOptions={exact} className="portal-link">
          {t('shell.companyTickets')}
        </Link>
      )}
      {session.contact.isMainContact && (
        <Link to="/people" activeOptions={exact} className="portal-link">
          {t('shell.people')}
        </Link>
      )}
      <Link to="/profile" activeOptions={exact} className="portal-link">
        {t('shell.profile')}
      </Link>
    </nav>
  );
}
