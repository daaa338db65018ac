import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { createArticle } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import { ArticleList } from './article-list.tsx';
import { cleanArticleSearch } from './article-search.ts';
import { KnowledgeTabs } from './knowledge-tabs.tsx';
import { NewArticleForm } from './new-article-form.tsx';

/** Knowledge base: all articles that one may see. */
export function ArticlesPage() {
  const { t } = useTranslation('knowledge');
  const can = useCan();
  const isWriter = can('knowledge.manage');
  const search = cleanArticleSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [isAdding, adding] = useDisclosure(false);
  if (!can('knowledge.view')) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader
        title={t('title')}
        actions={
          isWriter && (
            <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={adding.open}>
              {t('new')}
            </Button>
          )
        }
      />
      <KnowledgeTabs />
      <ArticleList
        search={search}
        onSearch={(next) => void navigate({ to: '/knowledge', search: next, replace: true })}
        onNew={isWriter ? adding.open : undefined}
      />
      <Modal
        opened={isAdding}
        onClose={adding.close}
        title={t('new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <NewArticleForm
          categoryId={search.category}
          create={createArticle}
          onCreated={({ id }) =>
            void navigate({ to: '/knowledge/$id', params: { id: String(id) } })
          }
          onCancel={adding.close}
        />
      </Modal>
    </div>
  );
}
