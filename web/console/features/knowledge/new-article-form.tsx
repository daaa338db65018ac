import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import {
  type Article,
  articleQuery,
  categoriesQuery,
  createCategory,
} from '../../data/articles.ts';
import { useCategoryOptions } from './category-names.ts';

export interface NewArticleFields {
  title: string;
  categoryId: number;
  language: Language;
}

/** Title, category and language; the rest is written in the editor. The first category is made here. */
export function NewArticleForm(props: {
  title?: string;
  categoryId?: number | undefined;
  create: (fields: NewArticleFields) => Promise<Article>;
  onCreated: (article: Article) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('knowledge');
  const queryClient = useQueryClient();
  const categories = useQuery(categoriesQuery);
  const options = useCategoryOptions(categories.data?.items ?? []);
  const hasNone = categories.isSuccess && options.length === 0;
  const form = useForm({
    initialValues: {
      title: props.title ?? '',
      categoryId: props.categoryId ? String(props.categoryId) : '',
      categoryName: '',
      language: currentLanguage() as string,
    },
    validate: {
      title: (title) => (title.trim() ? null : t('requiredField')),
      categoryId: (id) => (id || hasNone ? null : t('requiredField')),
      categoryName: (name) => (name.trim() || !hasNone ? null : t('requiredField')),
    },
  });
  const creating = useMutation({
    mutationFn: async () => {
      const { title, categoryId, categoryName, language } = form.getValues();
      const chosen = LANGUAGES.find((known) => known === language) ?? currentLanguage();
      const category = hasNone
        ? (await createCategory({ names: { [chosen]: categoryName.trim() } })).id
        : Number(categoryId);
      if (hasNone) {
        await queryClient.invalidateQueries({ queryKey: categoriesQuery.queryKey });
        form.setFieldValue('categoryId', String(category));
      }
      return props.create({ title: title.trim(), categoryId: category, language: chosen });
    },
    onSuccess: (article) => {
      queryClient.setQueryData(articleQuery(article.id).queryKey, article);
      void queryClient.invalidateQueries({ queryKey: ['article', 'list'] });
      props.onCreated(article);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <form noValidate onSubmit={form.onSubmit(() => creating.mutate())}>
      <Stack>
        <ProblemAlert error={creating.error} />
        <TextInput
          label={t('articleTitle')}
          required
          data-autofocus
          maxLength={LIMITS.articleTitleChars}
          {...form.getInputProps('title')}
        />
        {hasNone ? (
          <TextInput
            label={t('firstCategory')}
            description={t('firstCategoryHint')}
            required
            maxLength={LIMITS.nameChars}
            {...form.getInputProps('categoryName')}
          />
        ) : (
          <Select
            label={t('category')}
            required
            searchable
            data={options}
            {...form.getInputProps('categoryId')}
          />
        )}
        <Select
          label={t('language')}
          description={t('newLanguageHint')}
          allowDeselect={false}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          {...form.getInputProps('language')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
