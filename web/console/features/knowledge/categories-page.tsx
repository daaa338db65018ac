import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCategory,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows, NoPermissionPage } from '#web/ui/states.tsx';
import {
  type Category,
  categoriesQuery,
  deleteCategory,
  orderCategories,
} from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import classes from './categories-page.module.css';
import { CategoryForm } from './category-form.tsx';
import { inTreeOrder, useInLanguage } from './category-names.ts';
import { KnowledgeTabs } from './knowledge-tabs.tsx';

/** Knowledge base > Categories: their order and names. */
export function CategoriesPage() {
  const { t } = useTranslation('knowledge');
  const can = useCan();
  const categories = useQuery(categoriesQuery);
  /** null: a new one. */
  const [edited, setEdited] = useState<Category | null | undefined>(undefined);
  if (!can('knowledge.manage')) return <NoPermissionPage />;
  const items = categories.data?.items ?? [];
  const add = (
    <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => setEdited(null)}>
      {t('categories.new')}
    </Button>
  );
  return (
    <div>
      <PageHeader title={t('title')} tabTitle={t('categories.title')} actions={add} />
      <KnowledgeTabs />
      {categories.isPending && <LoadingRows rows={6} height="3rem" />}
      {categories.isError && (
        <ErrorState error={categories.error} onRetry={() => void categories.refetch()} />
      )}
      {categories.isSuccess && items.length === 0 && (
        <EmptyState icon={IconCategory} title={t('categories.emptyTitle')} action={add}>
          {t('categories.emptyText')}
        </EmptyState>
      )}
      {items.length > 0 && <CategoryRows categories={items} onEdit={setEdited} />}
      <Modal
        opened={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={t(edited ? 'categories.edit' : 'categories.new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {edited !== undefined && (
          <CategoryForm category={edited} categories={items} onDone={() => setEdited(undefined)} />
        )}
      </Modal>
    </div>
  );
}

function CategoryRows(props: { categories: Category[]; onEdit: (category: Category) => void }) {
  const { t } = useTranslation('knowledge');
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries({ queryKey: categoriesQuery.queryKey });
  const ordering = useMutation({
    mutationFn: orderCategories,
    onSuccess: (ordered) => queryClient.setQueryData(categoriesQuery.queryKey, ordered),
    onError: notifyProblem,
  });
  const deleting = useMutation({
    mutationFn: deleteCategory,
    onSuccess: async () => {
      await renew();
      notifyDone(t('categories.deleted'));
    },
    onError: notifyProblem,
  });
  const siblingsOf = ({ parentId }: Category) =>
    props.categories.filter((each) => each.parentId === parentId);
  function move(category: Category, step: 1 | -1) {
    const ids = siblingsOf(category).map(({ id }) => id);
    const place = ids.indexOf(category.id);
    const other = ids[place + step];
    if (other === undefined) return;
    ids[place + step] = category.id;
    ids[place] = other;
    ordering.mutate(ids);
  }
  return (
    <ul className={classes.list} aria-label={t('categories.title')}>
      {inTreeOrder(props.categories).map((category) => {
        const siblings = siblingsOf(category);
        return (
          <CategoryRow
            key={category.id}
            category={category}
            isFirst={siblings[0]?.id === category.id}
            isLast={siblings.at(-1)?.id === category.id}
            isParent={props.categories.some(({ parentId }) => parentId === category.id)}
            isBusy={ordering.isPending || deleting.isPending}
            onMove={(step) => move(category, step)}
            onEdit={() => props.onEdit(category)}
            onDelete={() => deleting.mutate(category.id)}
          />
        );
      })}
    </ul>
  );
}

function CategoryRow(props: {
  category: Category;
  isFirst: boolean;
  isLast: boolean;
  isParent: boolean;
  isBusy: boolean;
  onMove: (step: 1 | -1) => void;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { t } = useTranslation('knowledge');
  const nameOf = useInLanguage();
  const { category } = props;
  const name = nameOf(category.names);
  const actions = [
    { key: 'up', icon: IconArrowUp, off: props.isFirst, act: () => props.onMove(-1) },
    { key: 'down', icon: IconArrowDown, off: props.isLast, act: () => props.onMove(1) },
    { key: 'edit', icon: IconPencil, off: false, act: props.onEdit },
    {
      key: 'delete',
      icon: IconTrash,
      off: props.isParent || category.articleCount > 0,
      act: props.onDelete,
    },
  ] as const;
  return (
    <li className={classes.row} data-below={category.parentId !== null || undefined}>
      <Stack gap={0} flex={1} miw={0}>
        <AnchorLink to="/knowledge" search={{ category: category.id }} fw={600} truncate>
          {name}
        </AnchorLink>
        <Text size="sm" c="dimmed" truncate>
          {nameOf(category.descriptions) || category.slug}
        </Text>
      </Stack>
      <Text size="sm" c="dimmed" className={classes.count}>
        {t('articleCount', { count: category.articleCount })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        {actions.map(({ key, icon: Icon, off, act }) => (
          <ActionIcon
            key={key}
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.action}
            disabled={off || props.isBusy}
            aria-label={t(`categories.${key}Named`, { name })}
            title={t(`categories.${key}Named`, { name })}
            onClick={act}
          >
            <Icon size="1.125rem" stroke={1.5} aria-hidden />
          </ActionIcon>
        ))}
      </Group>
    </li>
  );
}
