import { useTranslation } from 'react-i18next';
import { DEFAULT_PROFILE_NAME } from '#shared/alerts.ts';

/** What a threshold profile is called: the default one in the reader's language, until it is renamed. */
export function useProfileName(): (profile: { name: string; isDefault: boolean }) => string {
  const { t } = useTranslation('alerts');
  return ({ name, isDefault }) =>
    isDefault && name === DEFAULT_PROFILE_NAME ? t('profiles.default') : name;
}
