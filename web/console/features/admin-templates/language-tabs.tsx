import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import type { Template } from '../../data/templates.ts';
import tabs from '../../parts/page-tabs.module.css';
import classes from './templates.module.css';

/** One tab a language, with a mark where the text is the company's own. */
export function LanguageTabs({ template, language }: { template: Template; language: Language }) {
  const { t } = useTranslation('templates');
  return (
    <nav aria-label={t('languageTabs')} className={tabs.tabs}>
      {LANGUAGES.map((one) => (
        <Link
          key={one}
          to="/admin/templates/$name"
          params={{ name: template.name }}
          search={{ language: one }}
          className={tabs.tab}
          aria-current={one === language ? 'page' : undefined}
          replace
        >
          <span lang={one}>{LANGUAGE_NAMES[one]}</span>
          {template.ownLanguages.includes(one) && (
            <span className={classes.changed}>{t('changed')}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
