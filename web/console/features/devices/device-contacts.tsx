import { CloseButton, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { contactName, contactsAtQuery } from '../../data/contacts.ts';
import { deviceQuery, setDeviceContact } from '../../data/devices.ts';
import { useCan } from '../../data/session.ts';

const TYPING_PAUSE_MS = 200;

/** Who works with the device: they find it in the portal. */
export function DeviceContacts({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const can = useCan();
  const mayChange = can('devices.manage') && can('contacts.view');
  const client = useQueryClient();
  const linking = useMutation({
    mutationFn: (link: { id: number; isLinked: boolean }) =>
      setDeviceContact(device.id, link.id, link.isLinked),
    onSuccess: (saved) => client.setQueryData(deviceQuery(device.id).queryKey, saved),
    onError: notifyProblem,
  });
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t('contacts.title')}</Title>
      {device.contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contacts.none')}
        </Text>
      )}
      {device.contacts.map(({ id, name }) => (
        <Group key={id} gap="sm" wrap="nowrap">
          <PersonAvatar name={name} />
          {can('contacts.view') ? (
            <AnchorLink to="/contacts/$id" params={{ id: String(id) }} size="sm" flex={1}>
              {name}
            </AnchorLink>
          ) : (
            <Text size="sm" flex={1}>
              {name}
            </Text>
          )}
          {mayChange && (
            <CloseButton
              size="sm"
              aria-label={t('contacts.remove', { name })}
              disabled={linking.isPending}
              onClick={() => linking.mutate({ id, isLinked: false })}
            />
          )}
        </Group>
      ))}
      {mayChange && (
        <AddContact
          device={device}
          isBusy={linking.isPending}
          onAdd={(id) => linking.mutate({ id, isLinked: true })}
        />
      )}
    </Stack>
  );
}

function AddContact(props: { device: Device; isBusy: boolean; onAdd: (id: number) => void }) {
  const { t } = useTranslation('devices');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const found = useQuery(contactsAtQuery(props.device.customer.id, search));
  const linked = new Set(props.device.contacts.map(({ id }) => id));
  return (
    <Select
      size="sm"
      searchable
      aria-label={t('contacts.add')}
      placeholder={t('contacts.add')}
      disabled={props.isBusy}
      nothingFoundMessage={t('contacts.nobody')}
      // The server has searched already.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      data={(found.data?.items ?? [])
        .filter(({ id }) => !linked.has(id))
        .map((contact) => ({ value: String(contact.id), label: contactName(contact) }))}
      value={null}
      onChange={(value) => {
        setText('');
        if (value !== null) props.onAdd(Number(value));
      }}
    />
  );
}
