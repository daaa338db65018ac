import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSite } from '../data/site.ts';
import { Brand } from './brand.tsx';
import { Footer } from './footer.tsx';
import './frame.css';
import { Navigation } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { SiteLinks } from './site-links.tsx';
import { SiteStyle } from './site-style.tsx';

/**
 * Header, content, footer: the same on every page, signed in or not, and the same that the server
 * writes around public pages (page-frame.ts of the module portal-pages).
 */
export function PortalFrame() {
  const { t } = useTranslation(['portal', 'common']);
  const { data: site } = useSite();
  return (
    <div className="portal-page">
      <SiteStyle />
      <a href="#content" className="portal-skip">
        {t('common:skipToContent')}
      </a>
      <header className="portal-header">
        <div className="portal-width portal-bar">
          <Brand />
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
          <SiteLinks />
          <Footer />
        </div>
      </footer>
    </div>
  );
}
