import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languageInPath } from '../data/page-address.ts';
import type { PortalSession } from '../data/session.ts';
import { useSite } from '../data/site.ts';

/** Few choices: what a contact can do here, and what is there for everybody. */
export function Navigation() {
  const { t } = useTranslation('portal');
  const { data: session } = useQuery<PortalSession | null>({
    queryKey: ['session'],
    enabled: false,
  });
  const { data: site } = useSite();
  if (session === null) return site?.isKnowledgeBasePublic ? <VisitorNavigation /> : null;
  if (!session || session.mustChangePassword) return null;
  const exact = { exact: true, includeSearch: false };
  return (
    <nav aria-label={t('shell.navigation')} className="portal-nav">
      <Link to="/" activeOptions={exact} className="portal-link portal-link-wide">
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
        <Link to="/people" activeOptions={exact} className="portal-link portal-link-wide">
          {t('shell.people')}
        </Link>
      )}
      {site?.showsDevices && (
        <Link to="/devices" className="portal-link portal-link-wide">
          {t(session.contact.isMainContact ? 'shell.companyDevices' : 'shell.myDevices')}
        </Link>
      )}
      {site?.showsKnowledgeBase && (
        <Link to="/{-$language}/kb" params={{}} className="portal-link">
          {t('shell.knowledgeBase')}
        </Link>
      )}
      <Link to="/profile" activeOptions={exact} className="portal-link">
        {t('shell.profile')}
      </Link>
    </nav>
  );
}

/** The same as the server writes it above public pages (page-frame.ts of the module portal-pages). */
function VisitorNavigation() {
  const { t } = useTranslation('portal');
  const language = languageInPath(useLocation().pathname) ?? undefined;
  return (
    <nav aria-label={t('shell.navigation')} className="portal-nav">
      <Link to="/{-$language}/kb" params={{ language }} className="portal-link">
        {t('shell.knowledgeBase')}
      </Link>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className="portal-link">
        {t('signIn.title')}
      </Link>
    </nav>
  );
}
