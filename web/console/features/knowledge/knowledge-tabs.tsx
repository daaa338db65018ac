import { useTranslation } from 'react-i18next';
import { useCan } from '../../data/session.ts';
import { PageTabs } from '../../parts/page-tabs.tsx';

/** The pages of the knowledge base; who only reads needs no tabs. */
export function KnowledgeTabs() {
  const { t } = useTranslation('knowledge');
  const can = useCan();
  if (!can('knowledge.manage')) return null;
  return (
    <PageTabs
      label={t('title')}
      tabs={[
        { to: '/knowledge', label: t('articles') },
        { to: '/knowledge/categories', label: t('categories.title') },
        { to: '/knowledge/statistics', label: t('statistics.title') },
      ]}
    />
  );
}
