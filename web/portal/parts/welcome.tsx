import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSite, welcomeOf } from '../data/site.ts';

/** What the company says to who comes in; its line breaks are kept. Nothing without such words. */
export function Welcome() {
  const { i18n } = useTranslation();
  const { data: site } = useSite();
  const words = welcomeOf(site, i18n.language);
  return words === null ? null : <Text style={{ whiteSpace: 'pre-line' }}>{words}</Text>;
}
