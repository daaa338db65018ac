import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSite } from '../data/site.ts';

/** From this width to height on a logo is a word: the name beside it would say it twice. */
const WORD_RATIO = 2;

/** Whose portal it is, at the head of every page; leads home. */
export function Brand() {
  const { t } = useTranslation('portal');
  const { data: site } = useSite();
  const logo = site?.logo;
  const isWord = logo ? logo.widthPx >= WORD_RATIO * logo.heightPx : false;
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
