import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setupQuery } from '../../data/entrance.ts';

/** Nobody can sign in to a new installation: says where the way in is. */
export function SetupHint() {
  const { t } = useTranslation('console');
  const setup = useQuery(setupQuery(''));
  if (!setup.data?.isNeeded) return null;
  return <Alert>{t('setup.needed')}</Alert>;
}
