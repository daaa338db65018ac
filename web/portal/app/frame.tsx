import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSite } from '../data/site.ts';
import { Footer } from './footer.tsx';
import './frame.css';
import { Navigation } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';

/**
 * Header, content, footer: the same on every page, signed in or not, and the same that the server
 * writes around public pages (page-frame.ts of the module portal-pages).
 */
export function PortalFrame() {
  const { t } = useTranslation(['portal', 'common']);
  const { data: site } = useSite();
  return (
    <div className="portal-page">
      <a href="#content" className="portal-skip">
        {t('common:skipToContent')}
      </a>
      <header className="portal-header">
        <div className="portal-width portal-bar">
          <Link to="/" className="portal-brand" aria-label={site ? undefined : t('shell.home')}>
            <span className="portal-mark" aria-hidden>
              {site?.name.slice(0, 1)}
            </span>
            <span className="portal-name">{site?.name ?? '\u00a0'}</span>
          </Link>
          <Navigation />
        </div>
      </header>
      <OfflineNotice />
      <main id="content" tabIndex={-1} className="portal-width portal-main">
        <Outlet />
      </main>
      <footer className="portal-footer">
        <div className="portal-width portal-foot">
          <span className="portal-whose">
            {site && t('shell.supportOf', { company: site.name })}
          </span>
          <Footer />
        </div>
      </footer>
    </div>
  );
}
