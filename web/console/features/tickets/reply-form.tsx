import { Button, Group, Select, SimpleGrid, Skeleton, Stack, TagsInput, Text } from '@mantine/core';
import { IconLock, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_STATUSES, type TicketStatus } from '#shared/tickets.ts';
import type { Ticket } from '#web/api/types.ts';
import { AttachButton, FileDrop } from '#web/ui/file-drop.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { isBlankHtml, RichTextEditor } from '#web/ui/rich-text-editor.tsx';
import { StatusBadge } from '#web/ui/ticket-marks.tsx';
import { useUploads } from '#web/ui/uploads.ts';
import classes from './reply-box.module.css';
import type { ReplyMode } from './reply-box.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

/** Writes an answer that the contact gets, or a note that stays in the house. */
export function ReplyForm(props: { ticket: Ticket; mode: ReplyMode; onDone: () => void }) {
  const { t } = useTranslation('console');
  const { ticket, mode } = props;
  const draft = useDraft(ticket.number, mode, true);
  const uploads = useUploads('/api/v1/attachments');
  const [to, setTo] = useState(() => (ticket.contact ? [ticket.contact.email] : []));
  const [cc, setCc] = useState(() => ticket.participants.map((person) => person.address));
  const [status, setStatus] = useState<TicketStatus>(ticket.status);
  const sending = useSend(ticket, mode, () => {
    draft.finish();
    uploads.clear();
    props.onDone();
  });
  const isReply = mode === 'reply';
  const isEmpty = isBlankHtml(draft.html) && uploads.readyIds.length === 0;
  const canSend = !isEmpty && !uploads.isBusy && !sending.isPending && (!isReply || to.length > 0);
  const send = () => {
    if (!canSend) return;
    sending.mutate({
      html: draft.html,
      attachmentIds: uploads.readyIds,
      ...(isReply && { to, cc, status }),
    });
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!draft.isLoading) form.current?.scrollIntoView({ block: 'nearest' });
  }, [draft.isLoading]);
  return (
    <Stack ref={form} gap="sm" className={classes.form}>
      <ProblemAlert error={sending.error} />
      {isReply ? (
        <Recipients to={to} cc={cc} onTo={setTo} onCc={setCc} />
      ) : (
        <Text size="sm">{t('tickets.noteHint')}</Text>
      )}
      <FileDrop uploads={uploads}>
        {draft.isLoading ? (
          <Skeleton height="12rem" />
        ) : (
          <RichTextEditor
            label={t(`tickets.modes.${mode}`)}
            placeholder={t(`tickets.placeholders.${mode}`)}
            initialHtml={draft.initialHtml}
            autoFocus
            onChange={draft.write}
            onSubmit={send}
            uploadImage={uploads.uploadImage}
          />
        )}
      </FileDrop>
      <Group gap="sm" justify="space-between">
        <AttachButton uploads={uploads} />
        <Group gap="sm">
          {isReply && <StatusOnSend value={status} onChange={setStatus} />}
          <Button variant="default" onClick={props.onDone}>
            {t('close')}
          </Button>
          <Button
            color={isReply ? 'accent' : 'amber'}
            leftSection={
              isReply ? <IconSend size="1rem" aria-hidden /> : <IconLock size="1rem" aria-hidden />
            }
            disabled={!canSend}
            loading={sending.isPending}
            onClick={send}
          >
            {t(isReply ? 'tickets.sendReply' : 'tickets.saveNote')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Recipients(props: {
  to: string[];
  cc: string[];
  onTo: (addresses: string[]) => void;
  onCc: (addresses: string[]) => void;
}) {
  const { t } = useTranslation('console');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TagsInput
        label={t('tickets.to')}
        value={props.to}
        onChange={props.onTo}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        classNames={{ inputField: classes.address }}
        required
        error={props.to.length === 0 && t('tickets.noRecipient')}
      />
      <TagsInput
        label={t('tickets.cc')}
        value={props.cc}
        onChange={props.onCc}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        classNames={{ inputField: classes.address }}
      />
    </SimpleGrid>
  );
}

function StatusOnSend(props: { value: TicketStatus; onChange: (status: TicketStatus) => void }) {
  const { t } = useTranslation('console');
  return (
    <Select
      aria-label={t('tickets.statusOnSend')}
      w="11rem"
      allowDeselect={false}
      data={TICKET_STATUSES.map((value) => ({ value, label: t(`ticketStatus.${value}`) }))}
      renderOption={({ option }) => <StatusBadge status={option.value as TicketStatus} />}
      value={props.value}
      onChange={(value) => {
        const status = TICKET_STATUSES.find((known) => known === value);
        if (status) props.onChange(status);
      }}
    />
  );
}
