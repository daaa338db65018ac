import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isWordLogo } from '#shared/portal-settings.ts';
import { useSite } from '../data/site.ts';

/** Whose portal it is, at the head of every page; leads home. */
export function Brand() {
  const { t } = useTranslation('portal');
  const { data: site } = useSite();
  const logo = site?.logo;
  const isWord = logo ? isWordLogo(logo) : false;
  return (
    <Link to="/" className="portal-brand" aria-label={site ? undefined : t('shell.home')}>
      {logo ? (
        <img
          src={logo.url}
          width={logo.widthPx}
          height={logo.heightPx}
          alt={isWord ? site.name : ''}
          className="portal-logo"
          data-tone={logo.tone ?? undefined}
        />
      ) : (
        <span className="portal-mark" aria-hidden>
          {site?.name.slice(0, 1)}
        </span>
      )}
      {!isWord && <span className="portal-name">{site?.name ?? '\u00a0'}</span>}
    </Link>
  );
}
