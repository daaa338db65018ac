import { Anchor, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '#shared/languages.ts';
import type { Contact } from '#web/api/types.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { changeContact, contactQuery } from '../../data/contacts.ts';
import { useCan } from '../../data/session.ts';

export function ContactDetails({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  return (
    <Stack gap="sm">
      <Detail label={t('email')}>
        <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
      </Detail>
      {contact.phone && (
        <Detail label={t('phone')}>
          <Anchor href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</Anchor>
        </Detail>
      )}
      {contact.jobTitle && <Detail label={t('contacts.jobTitle')}>{contact.jobTitle}</Detail>}
      <Detail label={t('language')}>{LANGUAGE_NAMES[contact.language]}</Detail>
      <MainContactSwitch contact={contact} />
    </Stack>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </div>
  );
}

/** A main contact sees all tickets of the customer in the portal. */
function MainContactSwitch({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const queryClient = useQueryClient();
  const { queryKey } = contactQuery(contact.id);
  const switching = useMutation({
    mutationFn: (isMainContact: boolean) =>
      changeContact(contact.id, { isMainContact, version: contact.version }),
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
    onError: (error) => {
      notifyProblem(error);
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <Switch
      label={t('contacts.mainContact')}
      description={t('contacts.mainContactHint')}
      checked={switching.isPending ? switching.variables : contact.isMainContact}
      disabled={!can('contacts.manage') || contact.customer === null}
      onChange={({ currentTarget }) => switching.mutate(currentTarget.checked)}
    />
  );
}
