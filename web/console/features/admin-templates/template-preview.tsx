import {
  Alert,
  Button,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf, notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { type Place, sendTemplateTest, templatePreviewQuery } from '../../data/templates.ts';
import { type ChosenFor, NOBODY, PreviewFor } from './preview-for.tsx';
import { SentHtml } from './sent-html.tsx';
import { TYPING_PAUSE_MS } from './template-problems.tsx';
import classes from './templates.module.css';
import { type DraftText, writtenOf } from './use-draft.ts';

/** What the server would send, for somebody there is or for somebody made up. */
export function TemplatePreviewPane({ place, draft }: { place: Place; draft: DraftText }) {
  const { t } = useTranslation('templates');
  const [chosen, setChosen] = useState<ChosenFor>(NOBODY);
  const [form, setForm] = useState<'html' | 'text'>('html');
  const forWhom = {
    ...(chosen.contact && { contactId: chosen.contact.id }),
    ...(chosen.ticket && { ticketNumber: chosen.ticket.number }),
  };
  const [settled] = useDebouncedValue(draft, TYPING_PAUSE_MS);
  const preview = useQuery(templatePreviewQuery(place, { ...writtenOf(settled), ...forWhom }));
  const testing = useMutation({
    mutationFn: () => sendTemplateTest(place, { ...writtenOf(draft), ...forWhom }),
    onSuccess: ({ to }) => notifyDone(t('tested', { to })),
    onError: notifyProblem,
  });
  return (
    <Stack component="section" gap="sm" className={classes.preview} aria-labelledby="preview">
      <Group justify="space-between">
        <Title order={2} id="preview">
          {t('preview')}
        </Title>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconSend size="1rem" aria-hidden />}
          loading={testing.isPending}
          onClick={() => testing.mutate()}
        >
          {t('test')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('previewLead')}
      </Text>
      <PreviewFor template={place.name} value={chosen} onChange={setChosen} />
      <SegmentedControl
        aria-label={t('form')}
        size="xs"
        value={form}
        onChange={(value) => setForm(value === 'text' ? 'text' : 'html')}
        data={[
          { value: 'html', label: t('asHtml') },
          { value: 'text', label: t('asText') },
        ]}
      />
      {preview.isError && <Alert color="red">{messageOf(preview.error)}</Alert>}
      {preview.isPending && <Skeleton height="16rem" />}
      {preview.data && (
        <>
          <Text size="sm" fw={600} aria-label={t('previewSubject')}>
            {preview.data.subject}
          </Text>
          <div className={classes.sheet} lang={place.language}>
            {form === 'html' ? (
              <SentHtml html={preview.data.html} title={t('preview')} />
            ) : (
              <pre className={classes.text}>{preview.data.text}</pre>
            )}
          </div>
        </>
      )}
    </Stack>
  );
}
