import { Select, SimpleGrid } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEMPLATES, type TemplateName } from '#shared/templates.ts';
import { contactName, contactSearchQuery } from '../../data/contacts.ts';
import { useCan } from '../../data/session.ts';
import { ticketSearchQuery } from '../../data/tickets.ts';

export interface ChosenFor {
  contact: { id: number; label: string } | null;
  ticket: { number: number; label: string } | null;
}
export const NOBODY: ChosenFor = { contact: null, ticket: null };

const SEARCH_PAUSE_MS = 200;

/** For which contact and ticket a preview is made; what is not chosen is made up. */
export function PreviewFor(props: {
  template: TemplateName;
  value: ChosenFor;
  onChange: (value: ChosenFor) => void;
}) {
  const can = useCan();
  const { audience, isThreaded } = TEMPLATES[props.template];
  const placeholders: readonly string[] = TEMPLATES[props.template].placeholders;
  const hasContact = audience === 'contacts' && can('contacts.view');
  const hasTicket = (isThreaded || placeholders.includes('Ticket Number')) && can('tickets.view');
  if (!hasContact && !hasTicket) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {hasContact && <ContactChoice {...props} />}
      {hasTicket && can('contacts.view') && <TicketChoice {...props} />}
    </SimpleGrid>
  );
}

interface ChoiceProps {
  value: ChosenFor;
  onChange: (value: ChosenFor) => void;
}

function ContactChoice({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation('templates');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), SEARCH_PAUSE_MS);
  const found = useQuery(contactSearchQuery(value.contact?.label === search ? '' : search));
  const options = (found.data?.items ?? []).map((contact) => ({
    value: String(contact.id),
    label: contactName(contact),
  }));
  const chosen = value.contact && { value: String(value.contact.id), label: value.contact.label };
  return (
    <Choice
      label={t('previewContact')}
      chosen={chosen}
      options={options}
      onSearch={setText}
      onChoose={(option) =>
        onChange({
          ...value,
          contact: option && { id: Number(option.value), label: option.label },
        })
      }
    />
  );
}

function TicketChoice({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation('templates');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), SEARCH_PAUSE_MS);
  const found = useQuery(ticketSearchQuery(value.ticket?.label === search ? '' : search));
  const options = (found.data?.items ?? []).map(({ number, subject }) => ({
    value: String(number),
    label: `#${number} ${subject}`,
  }));
  const chosen = value.ticket && { value: String(value.ticket.number), label: value.ticket.label };
  return (
    <Choice
      label={t('previewTicket')}
      chosen={chosen}
      options={options}
      onSearch={setText}
      onChoose={(option) =>
        onChange({
          ...value,
          ticket: option && { number: Number(option.value), label: option.label },
        })
      }
    />
  );
}

interface Option {
  value: string;
  label: string;
}

function Choice(props: {
  label: string;
  chosen: Option | null;
  options: Option[];
  onSearch: (text: string) => void;
  onChoose: (option: Option | null) => void;
}) {
  const { t } = useTranslation('templates');
  const { chosen, options } = props;
  const offered =
    chosen && !options.some(({ value }) => value === chosen.value) ? [chosen, ...options] : options;
  return (
    <Select
      label={props.label}
      placeholder={t('madeUp')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      nothingFoundMessage={t('nobody')}
      // The server has searched already.
      filter={({ options }) => options}
      onSearchChange={props.onSearch}
      data={offered}
      value={chosen?.value ?? null}
      onChange={(value) => props.onChoose(offered.find((one) => one.value === value) ?? null)}
    />
  );
}
