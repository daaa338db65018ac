import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SecuritySections } from '../../features/security/security-sections.tsx';

/** My Profile > Sign-in and security. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  return (
    <>
      <PageHeader title={t('title')} />
      <SecuritySections />
    </>
  );
}
