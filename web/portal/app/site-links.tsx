import { useTranslation } from 'react-i18next';
import { useSite } from '../data/site.ts';

/** Where else the company wants its customers to go, and what the law wants it to say. */
export function SiteLinks() {
  const { t } = useTranslation('portal');
  const { data: site } = useSite();
  const links = [
    ...(site?.links ?? []),
    ...(site?.privacyUrl ? [{ label: t('shell.privacy'), url: site.privacyUrl }] : []),
    ...(site?.imprintUrl ? [{ label: t('shell.imprint'), url: site.imprintUrl }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <nav aria-label={t('shell.links')} className="portal-links">
      {links.map(({ label, url }) => (
        <a key={`${label} ${url}`} href={url} rel="noopener">
          {label}
        </a>
      ))}
    </nav>
  );
}
