import { Button, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ARTICLE_VISIBILITIES, type ArticleVisibility } from '#shared/knowledge.ts';
import { isApiError } from '#web/api/problem.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { type Article, articleQuery, categoriesQuery, changeArticle } from '../../data/articles.ts';
import { CustomersSelect } from '../../parts/customers-select.tsx';
import { useCategoryOptions } from './category-names.ts';

const valuesOf = ({ categoryId, slug, visibility, customers }: Article) => ({
  categoryId: String(categoryId),
  slug,
  visibility: visibility as string,
  customerIds: customers.map(({ id, name }) => ({ id, name })),
});

/** Where the article stands and who may read it; another `key` for another version. */
export function ArticleSettings({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge');
  const queryClient = useQueryClient();
  const categories = useCategoryOptions(useQuery(categoriesQuery).data?.items ?? []);
  const form = useForm({ initialValues: valuesOf(article) });
  const { visibility } = form.values;
  const saving = useMutation({
    mutationFn: (version: number) => {
      const { categoryId, slug, customerIds } = form.getValues();
      const chosen = ARTICLE_VISIBILITIES.find((known) => known === form.getValues().visibility);
      return changeArticle(article.id, {
        version,
        categoryId: Number(categoryId),
        slug: slug.trim(),
        visibility: chosen,
        ...(chosen === 'customers' && { customerIds: customerIds.map(({ id }) => id) }),
      });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(articleQuery(saved.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['article', 'list'] });
      notifyDone(t('settings.saved'));
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const current = isApiError(saving.error, 'conflict')
    ? (saving.error.current as Article | undefined)
    : undefined;
  const hasFieldErrors = Object.keys(form.errors).length > 0;
  return (
    <form noValidate onSubmit={form.onSubmit(() => saving.mutate(article.version))}>
      <Stack gap="sm">
        <Title order={2}>{t('settings.title')}</Title>
        {current && (
          <ConflictNotice
            onKeepMine={() => saving.mutate(current.version)}
            onTakeTheirs={() =>
              queryClient.setQueryData(articleQuery(current.id).queryKey, current)
            }
          />
        )}
        <ProblemAlert error={current || hasFieldErrors ? null : saving.error} />
        <Select
          label={t('category')}
          allowDeselect={false}
          searchable
          data={categories}
          {...form.getInputProps('categoryId')}
        />
        <Select
          label={t('visibleTo')}
          description={t(`visibilityHint.${visibility as ArticleVisibility}`)}
          allowDeselect={false}
          data={ARTICLE_VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
          {...form.getInputProps('visibility')}
        />
        {visibility === 'customers' && (
          <CustomersSelect
            label={t('customers')}
            required
            value={form.values.customerIds}
            error={form.errors.customerIds}
            onChange={(customers) => form.setFieldValue('customerIds', customers)}
          />
        )}
        <TextInput label={t('slug')} description={t('slugHint')} {...form.getInputProps('slug')} />
        <Button
          type="submit"
          variant="default"
          loading={saving.isPending}
          disabled={!form.isDirty()}
        >
          {t('settings.save')}
        </Button>
      </Stack>
    </form>
  );
}
