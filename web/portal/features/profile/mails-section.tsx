import { Checkbox, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_MAIL_KINDS, type ContactMailKind } from '#shared/contact-mails.ts';
import { answer, api } from '#web/api/client.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { keepSession, useMember } from '../../data/session.ts';

type Choices = Partial<Record<ContactMailKind, boolean>>;

/** Which mails come; each choice is kept at once and undone by the next click. */
export function MailsSection() {
  const { t } = useTranslation('member');
  const client = useQueryClient();
  const { mails } = useMember();
  // What was just clicked shows while the server notes it.
  const [clicked, setClicked] = useState<Choices>({});
  const choose = useMutation({
    mutationFn: (wanted: Choices) =>
      answer(api.PATCH('/portal/v1/me', { body: { mails: wanted } })),
    onSuccess(session) {
      keepSession(client, session);
      notifyDone(t('mails.saved'));
    },
    onError: notifyProblem,
    onSettled: (_session, _error, wanted) =>
      setClicked((before) => omit(before, Object.keys(wanted))),
  });
  const shown = { ...mails, ...clicked };

  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mails.lead')}</Text>
      {CONTACT_MAIL_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          size="md"
          label={t(`mails.kind.${kind}`)}
          checked={shown[kind] ?? true}
          onChange={({ currentTarget: { checked } }) => {
            setClicked((before) => ({ ...before, [kind]: checked }));
            choose.mutate({ [kind]: checked });
          }}
        />
      ))}
    </Stack>
  );
}

const omit = (choices: Choices, kinds: readonly string[]): Choices =>
  Object.fromEntries(Object.entries(choices).filter(([kind]) => !kinds.includes(kind)));
