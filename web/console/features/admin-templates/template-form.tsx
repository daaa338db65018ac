import { Button, Grid, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import {
  saveTemplate,
  type Template,
  type TemplateText,
  templateQuery,
  templatesQuery,
} from '../../data/templates.ts';
import type { Insertion } from './insertion.ts';
import { OptionalSwitch } from './optional-switch.tsx';
import { ResetButton } from './reset-button.tsx';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreviewPane } from './template-preview.tsx';
import { useDraft, writtenOf } from './use-draft.ts';

/** A mail's text in one language beside what it will look like. */
export function TemplateForm(props: {
  template: Template;
  text: TemplateText;
  before: ReactNode;
  tabs: ReactNode;
}) {
  const { t } = useTranslation(['templates', 'common']);
  const { name } = props.template;
  const { language } = props.text;
  const client = useQueryClient();
  const [known, setKnown] = useState(props.text);
  const { draft, isDirty, change, take } = useDraft(known);
  const insertion: Insertion = useRef(null);
  const textOf = (template: Template) => template.texts.find((one) => one.language === language)!;

  function show(template: Template) {
    client.setQueryData(templateQuery(name).queryKey, template);
    void client.invalidateQueries({ queryKey: templatesQuery.queryKey });
    const fresh = textOf(template);
    setKnown(fresh);
    take(fresh);
  }
  const saving = useMutation({
    mutationFn: (version: number) =>
      saveTemplate({ name, language }, { version, ...writtenOf(draft) }),
    onSuccess(template) {
      show(template);
      notifyDone(t(textOf(template).isOwn ? 'saved' : 'isOriginal'));
    },
  });
  const current = isApiError(saving.error, 'conflict') ? (saving.error.current as Template) : null;
  // Somebody else has saved meanwhile, and nothing was written here: it is simply shown.
  if (!isDirty && !saving.isPending && props.text.version > known.version) {
    setKnown(props.text);
    take(props.text);
  }
  const isWrongField = isApiError(saving.error, 'invalid');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate(known.version);
      }}
    >
      <UnsavedGuard isDirty={isDirty} />
      <PageHeader
        before={props.before}
        title={t(`mails.${name}.title`)}
        subtitle={t(`mails.${name}.when`)}
        actions={
          <Group gap="sm">
            <ResetButton place={{ name, language }} text={known} onDone={show} />
            <Button type="submit" loading={saving.isPending} disabled={!isDirty}>
              {t('common:save')}
            </Button>
          </Group>
        }
      />
      {props.template.isOptional && <OptionalSwitch template={props.template} />}
      {props.tabs}
      {current ? (
        <ConflictNotice
          onKeepMine={() => saving.mutate(textOf(current).version)}
          onTakeTheirs={() => {
            show(current);
            saving.reset();
          }}
        />
      ) : (
        !isWrongField && <ProblemAlert error={saving.error} />
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <TemplateFields
            place={{ name, language }}
            known={known}
            draft={draft}
            onChange={change}
            insertion={insertion}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <TemplatePreviewPane place={{ name, language }} draft={draft} />
        </Grid.Col>
      </Grid>
    </form>
  );
}
