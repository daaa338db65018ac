import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { findOddPlaceholders } from '#shared/placeholders.ts';
import { type Place, type TemplatePreview, templatePreviewQuery } from '../../data/templates.ts';
import { type DraftText, writtenOf } from './use-draft.ts';

export const TYPING_PAUSE_MS = 400;

type Problem = TemplatePreview['problems'][number];

/** What saving would find wrong, found while writing. */
export function useProblems(place: Place, draft: DraftText): Problem[] {
  const [settled] = useDebouncedValue(draft, TYPING_PAUSE_MS);
  const preview = useQuery(templatePreviewQuery(place, writtenOf(settled)));
  return preview.data?.problems ?? [];
}

/** Says what is wrong, and puts right what was only misspelt. */
export function TemplateProblems(props: {
  id: string;
  problems: Problem[];
  draft: DraftText;
  names: readonly string[];
  onChange: (changes: Partial<DraftText>) => void;
}) {
  const { t } = useTranslation('templates');
  const { problems, draft, names, onChange } = props;
  const corrections = correctionsOf(draft, names);
  return (
    <div id={props.id} role="alert">
      {problems.map(({ code, message }) => (
        <Text key={code + message} size="sm" c="var(--mantine-color-error)">
          {message}
        </Text>
      ))}
      {corrections.length > 0 && (
        <Group gap="xs" mt="xs">
          {corrections.map(({ written, meant }) => (
            <Button
              key={written + meant}
              size="compact-xs"
              variant="default"
              title={written}
              onClick={() => onChange(corrected(draft, written, meant))}
            >
              {t('correct', { meant })}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}

function correctionsOf(draft: DraftText, names: readonly string[]) {
  const body = draft.isRich ? wordsOf(draft.html) : draft.text;
  const odd = `${draft.subject}\n${body}`
    .split('\n')
    .flatMap((line) => findOddPlaceholders(line, names));
  const likely = odd.flatMap(({ written, suggestion }) =>
    suggestion === null ? [] : [{ written, meant: `{[${suggestion}]}` }],
  );
  return [...new Map(likely.map((one) => [one.written, one])).values()];
}

/** The words of rich text, a line for each paragraph. */
function wordsOf(html: string): string {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const blocks = [...document.querySelectorAll('p, li, h2, h3, div')];
  return blocks.map((block) => block.textContent ?? '').join('\n');
}

function corrected(draft: DraftText, written: string, meant: string): Partial<DraftText> {
  const put = (text: string) => text.replaceAll(written, () => meant);
  return {
    subject: put(draft.subject),
    ...(draft.isRich ? { html: put(draft.html) } : { text: put(draft.text) }),
  };
}
