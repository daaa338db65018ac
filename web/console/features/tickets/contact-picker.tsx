import { Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/api/types.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { contactName, contactSearchQuery } from '../../data/contacts.ts';

const TYPING_PAUSE_MS = 200;
const NEW = 'new';

/** Finds a contact while typing; the last choice is to make one of what was typed. */
export function ContactPicker(props: {
  value: Contact | null;
  error?: ReactNode;
  onPick: (contact: Contact | null) => void;
  onNew?: (typed: string) => void;
}) {
  const { t } = useTranslation('console');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const found = useQuery(contactSearchQuery(search));
  const contacts = found.data?.items ?? [];
  const offered =
    props.value && !contacts.some(({ id }) => id === props.value?.id)
      ? [props.value, ...contacts]
      : contacts;
  const byId = new Map(offered.map((contact) => [String(contact.id), contact]));
  return (
    <Select
      label={t('tickets.contact')}
      placeholder={t('tickets.findContact')}
      required
      searchable
      clearable
      autoFocus
      openOnFocus={false}
      maxDropdownHeight="26rem"
      clearButtonProps={{ 'aria-label': t('tickets.clear') }}
      error={props.error}
      // The server has searched already, in name, address and customer.
      filter={({ options }) => options}
      onSearchChange={setText}
      nothingFoundMessage={t('search.nothingShort')}
      data={[
        ...offered.map((contact) => ({ value: String(contact.id), label: contactName(contact) })),
        ...(props.onNew ? [{ value: NEW, label: t('tickets.newContact') }] : []),
      ]}
      renderOption={({ option }) => {
        const contact = byId.get(option.value);
        return contact ? <ContactOption contact={contact} /> : <NewOption label={option.label} />;
      }}
      value={props.value ? String(props.value.id) : null}
      onChange={(value) => {
        if (value === NEW) props.onNew?.(text.trim());
        else props.onPick(value === null ? null : (byId.get(value) ?? null));
      }}
    />
  );
}

function ContactOption({ contact }: { contact: Contact }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <PersonAvatar name={contactName(contact)} />
      <Stack gap={0} miw={0}>
        <Text size="sm" truncate>
          {contactName(contact)}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {[contact.email, contact.customer?.name].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
    </Group>
  );
}

function NewOption({ label }: { label: string }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <IconUserPlus size="1.25rem" aria-hidden />
      <Text size="sm">{label}</Text>
    </Group>
  );
}
