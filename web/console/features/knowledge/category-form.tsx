import { Button, Group, Select, Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import {
  type Category,
  categoriesQuery,
  changeCategory,
  createCategory,
} from '../../data/articles.ts';
import { useCategoryOptions } from './category-names.ts';

const DESCRIPTION_MAX_CHARS = 300;

const inAll = (texts: Partial<Record<Language, string>> = {}) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, texts[language] ?? ''])) as Record<
    Language,
    string
  >;

const valuesOf = (category: Category | null) => ({
  names: inAll(category?.names),
  descriptions: inAll(category?.descriptions),
  parentId: category?.parentId ? String(category.parentId) : null,
  slug: category?.slug ?? '',
});

/** A category's names in all languages; one is enough. */
export function CategoryForm(props: {
  category: Category | null;
  categories: readonly Category[];
  onDone: () => void;
}) {
  const { t } = useTranslation('knowledge');
  const { category } = props;
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: valuesOf(category) });
  const saving = useMutation({
    mutationFn: (version: number) => {
      const { names, descriptions, parentId, slug } = form.getValues();
      const fields = { names, descriptions, parentId: parentId === null ? null : Number(parentId) };
      const address = slug.trim() ? { slug: slug.trim() } : {};
      return category
        ? changeCategory(category.id, { ...fields, ...address, version })
        : createCategory({ ...fields, ...address });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: categoriesQuery.queryKey });
      notifyDone(t('categories.saved'));
      props.onDone();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const current = isApiError(saving.error, 'conflict')
    ? (saving.error.current as Category | undefined)
    : undefined;
  const isParent = props.categories.some(({ parentId }) => parentId === category?.id);
  const parents = useCategoryOptions(
    props.categories.filter(({ id, parentId }) => parentId === null && id !== category?.id),
  );
  const namesError = form.errors.names;
  return (
    <form noValidate onSubmit={form.onSubmit(() => saving.mutate(category?.version ?? 0))}>
      <Stack>
        {current && (
          <ConflictNotice
            onKeepMine={() => saving.mutate(current.version)}
            onTakeTheirs={() => {
              form.setValues(valuesOf(current));
              saving.reset();
            }}
          />
        )}
        {!current && Object.keys(form.errors).length === 0 && <ProblemAlert error={saving.error} />}
        <Tabs defaultValue={currentLanguage()} keepMounted={false}>
          <Tabs.List mb="sm" aria-label={t('languages')}>
            {LANGUAGES.map((language) => (
              <Tabs.Tab key={language} value={language}>
                {LANGUAGE_NAMES[language]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {LANGUAGES.map((language) => (
            <Tabs.Panel key={language} value={language}>
              <Stack gap="sm">
                <TextInput
                  label={t('categories.name')}
                  maxLength={LIMITS.nameChars}
                  {...form.getInputProps(`names.${language}`)}
                  error={form.errors[`names.${language}`] ?? namesError}
                />
                <Textarea
                  label={t('categories.description')}
                  autosize
                  minRows={2}
                  maxLength={DESCRIPTION_MAX_CHARS}
                  {...form.getInputProps(`descriptions.${language}`)}
                />
              </Stack>
            </Tabs.Panel>
          ))}
        </Tabs>
        <Select
          label={t('categories.parent')}
          placeholder={t('categories.top')}
          clearable
          disabled={isParent}
          description={isParent ? t('categories.isParent') : undefined}
          data={parents}
          {...form.getInputProps('parentId')}
        />
        <TextInput
          label={t('slug')}
          description={t(category ? 'categories.slugHint' : 'categories.newSlugHint')}
          {...form.getInputProps('slug')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onDone}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
