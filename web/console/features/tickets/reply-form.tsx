import { Button, Group, Select, SimpleGrid, Skeleton, Stack, TagsInput, Text } from '@mantine/core';
import { IconLock, IconSend } from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_STATUSES, type TicketStatus } from '#shared/tickets.ts';
import type { Ticket } from '#web/api/types.ts';
import { AttachButton, FileDrop, Hold, useHold } from '#web/ui/file-drop.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { isBlankHtml, RichTextEditor } from '#web/ui/rich-text-editor.tsx';
import { StatusBadge } from '#web/ui/ticket-marks.tsx';
import { useSession } from '../../data/session.ts';
import { draftKey } from './browser-copy.ts';
import { OwnSignature } from './own-signature.tsx';
import classes from './reply-box.module.css';
import type { ReplyMode, ReplyTools } from './reply-box.tsx';
import { useDraft } from './use-draft.ts';
import { useMentionSource } from './use-mention-source.ts';
import { useReplyDetails } from './use-reply-details.ts';
import { useSend } from './use-send.ts';

/** Writes an answer that the contact gets, or a note that stays in the house. */
export function ReplyForm(props: {
  ticket: Ticket;
  mode: ReplyMode;
  tools: ReplyTools | undefined;
  onDone: () => void;
}) {
  const { t } = useTranslation('console');
  const { ticket, mode } = props;
  const key = draftKey(useSession().technician.id, ticket.number, mode);
  const draft = useDraft(ticket.number, mode, key);
  const { details, uploads, ...kept } = useReplyDetails(key);
  const hold = useHold(uploads);
  const mentions = useMentionSource(ticket.number);
  const to = details.to ?? (ticket.contact ? [ticket.contact.email] : []);
  const cc = details.cc ?? ticket.participants.map((person) => person.address);
  const sending = useSend(ticket, mode, () => {
    draft.finish();
    kept.finish();
    props.onDone();
  });
  const isReply = mode === 'reply';
  const isSigned = details.isSigned ?? true;
  const isEmpty = isBlankHtml(draft.html) && uploads.readyIds.length === 0;
  const canSend = !isEmpty && !hold && !sending.isPending && (!isReply || to.length > 0);
  const send = () => {
    if (!canSend) return;
    const isChange = details.status !== undefined && details.status !== ticket.status;
    sending.mutate({
      html: draft.html,
      attachmentIds: uploads.readyIds,
      ...(isReply && { to, cc, withSignature: isSigned }),
      // With the version, so that a status that somebody else has set meanwhile is not overwritten unseen.
      ...(isReply && isChange && { status: details.status, version: ticket.version }),
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
        <Recipients
          to={to}
          cc={cc}
          onTo={(addresses) => kept.change({ to: addresses })}
          onCc={(addresses) => kept.change({ cc: addresses })}
        />
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
            mentions={isReply ? undefined : mentions}
            tools={(insert) => props.tools?.(ticket, insert)}
          />
        )}
      </FileDrop>
      {isReply && (
        <Suspense fallback={<Skeleton height="5rem" />}>
          <OwnSignature
            isAdded={isSigned}
            onChange={(isAdded) => kept.change({ isSigned: isAdded })}
          />
        </Suspense>
      )}
      <Hold text={hold} />
      <Group gap="sm" justify="space-between">
        <AttachButton uploads={uploads} />
        <Group gap="sm">
          {isReply && (
            <StatusOnSend
              value={details.status ?? ticket.status}
              onChange={(status) => kept.change({ status })}
            />
          )}
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
