import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { placeholdersOf } from '#shared/templates.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { type Place, previewTemplate, type TemplateText } from '../../data/templates.ts';
import { type Insertion, takesInsertions } from './insertion.ts';
import { PlaceholderMenu } from './placeholder-menu.tsx';
import { PlainTemplateEditor, RichTemplateEditor } from './template-editor.tsx';
import { TemplateProblems, useProblems } from './template-problems.tsx';
import classes from './templates.module.css';
import { type DraftText, writtenOf } from './use-draft.ts';

/** Subject and text, in the form that was chosen. */
export function TemplateFields(props: {
  place: Place;
  known: TemplateText;
  draft: DraftText;
  onChange: (changes: Partial<DraftText>) => void;
  insertion: Insertion;
}) {
  const { t } = useTranslation('templates');
  const { place, known, draft, onChange, insertion } = props;
  const problemsId = useId();
  const problems = useProblems(place, draft);
  const names = placeholdersOf(place.name);
  const subjectProblem = problems.find(({ field }) => field === 'subject');
  const bodyProblems = problems.filter(({ field }) => field !== 'subject');
  const Editor = draft.isRich ? RichTemplateEditor : PlainTemplateEditor;
  const field = draft.isRich ? 'html' : 'text';
  const onSubject = (subject: string) => onChange({ subject });
  return (
    <Stack gap="md">
      <SavedState text={known} />
      <TextInput
        label={t('subject')}
        value={draft.subject}
        maxLength={LIMITS.subjectChars}
        onChange={(event) => onSubject(event.currentTarget.value)}
        {...takesInsertions(insertion, onSubject)}
        error={subjectProblem?.message}
      />
      <Stack gap="xs">
        <Group justify="space-between">
          <FormSwitch place={place} draft={draft} onChange={onChange} />
          <PlaceholderMenu name={place.name} insertion={insertion} />
        </Group>
        {known.marker && (
          <div className={classes.marker}>
            <Text size="sm">{known.marker}</Text>
            <Text size="xs" c="dimmed">
              {t('markerHint')}
            </Text>
          </div>
        )}
        <Editor
          key={field}
          value={draft[field]}
          onChange={(value) => onChange({ [field]: value })}
          names={names}
          insertion={insertion}
          errorId={bodyProblems.length > 0 ? problemsId : undefined}
        />
        <TemplateProblems
          id={problemsId}
          problems={bodyProblems}
          draft={draft}
          names={names}
          onChange={onChange}
        />
      </Stack>
    </Stack>
  );
}

function SavedState({ text }: { text: TemplateText }) {
  const { t } = useTranslation('templates');
  const { relative } = useFormats();
  const when = text.updatedAt === null ? '' : relative(text.updatedAt, Date.now(), 'long');
  return (
    <Text size="sm" c="dimmed">
      {!text.isOwn
        ? t('state.original')
        : text.updatedBy === null
          ? t('state.ownNobody', { when })
          : t('state.own', { when, name: text.updatedBy })}
    </Text>
  );
}

/** The server knows how one form is made of the other. */
function FormSwitch(props: {
  place: Place;
  draft: DraftText;
  onChange: (changes: Partial<DraftText>) => void;
}) {
  const { t } = useTranslation('templates');
  const changing = useMutation({
    mutationFn: (isRich: boolean) =>
      previewTemplate(props.place, writtenOf(props.draft)).then(({ forms }) => ({
        isRich,
        html: forms.html,
        text: forms.text,
      })),
    onSuccess: props.onChange,
    onError: notifyProblem,
  });
  const isRich = changing.isPending ? changing.variables : props.draft.isRich;
  return (
    <SegmentedControl
      aria-label={t('mode')}
      size="xs"
      value={isRich ? 'rich' : 'plain'}
      onChange={(form) => {
        if (!changing.isPending) changing.mutate(form === 'rich');
      }}
      data={[
        { value: 'rich', label: t('rich') },
        { value: 'plain', label: t('plain') },
      ]}
    />
  );
}
