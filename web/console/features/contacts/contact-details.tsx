import { Anchor, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '#shared/languages.ts';
import type { Contact } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
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
      {contact.unwantedMails.length > 0 && <UnwantedMails contact={contact} />}
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

/** What the contact has switched off in the portal: why it may have heard nothing. */
function UnwantedMails({ contact: { unwantedMails } }: { contact: Contact }) {
  const { t } = useTranslation(['console', 'templates']);
  const formats = useFormats();
  return (
    <Detail label={t('contacts.unwantedMails')}>
      {formats.list(unwantedMails.map((kind) => t(`templates:mails.${kind}.title`)))}
    </Detail>
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
