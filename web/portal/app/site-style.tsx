import { useEffect } from 'react';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { speaksToReader } from '#web/i18n/language.ts';
import { isPreview } from '../data/preview-mode.ts';
import { useSite } from '../data/site.ts';

/** The company's colour, and its language for readers of whose language nothing is known. */
export function SiteStyle() {
  const { data: site } = useSite();
  const language = site?.language;
  useEffect(() => {
    if (language && !isPreview && !speaksToReader()) void changeLanguage(language);
  }, [language]);
  return site?.style ? <style>{site.style}</style> : null;
}
