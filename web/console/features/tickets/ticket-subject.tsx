import { ActionIcon, Button, Group, TextInput, Title, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { Ticket } from '#web/api/types.ts';
import { useCan } from '../../data/session.ts';
import type { TicketChanging } from './use-ticket-change.ts';

/** The heading of a ticket, and its small form while it is being changed. */
export function TicketSubject(props: { ticket: Ticket; changing: TicketChanging }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const [text, setText] = useState<string | null>(null);
  const { subject } = props.ticket;
  if (text === null) {
    return (
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Title order={1}>{subject || t('noSubject')}</Title>
        {can('tickets.update') && (
          <Tooltip label={t('tickets.editSubject')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('tickets.editSubject')}
              onClick={() => setText(subject)}
            >
              <IconPencil size="1rem" />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== subject) props.changing.change({ subject: text.trim() });
        setText(null);
      }}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          flex={1}
          autoFocus
          aria-label={t('tickets.subject')}
          maxLength={LIMITS.subjectChars}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText(null)}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={() => setText(null)}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
