import { Skeleton, Textarea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { takesInsertions } from './insertion.ts';
import type { TemplateEditorProps } from './template-surface.tsx';
import classes from './templates.module.css';

const Surface = lazy(() =>
  import('./template-surface.tsx').then((module) => ({ default: module.TemplateSurface })),
);

/** The editor is a chunk of its own that is loaded with this page only. */
export function RichTemplateEditor(props: TemplateEditorProps) {
  return (
    <Suspense fallback={<Skeleton height="20rem" />}>
      <Surface {...props} />
    </Suspense>
  );
}

/** The same without any formatting; a blank line parts paragraphs. */
export function PlainTemplateEditor(props: TemplateEditorProps) {
  const { t } = useTranslation('templates');
  return (
    <Textarea
      aria-label={t('body')}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      {...takesInsertions(props.insertion, props.onChange)}
      autosize
      minRows={14}
      maxRows={30}
      maxLength={LIMITS.templateChars}
      error={props.errorId !== undefined}
      aria-describedby={props.errorId}
      classNames={{ input: classes.plain }}
      spellCheck
    />
  );
}
