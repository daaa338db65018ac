import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { deleteDrafts, hasDrafts } from '../../data/drafts.ts';
import { dropSession, useMember } from '../../data/session.ts';
import { NativeDialog } from '../../parts/native-dialog.tsx';

/** Signing out leaves nothing on a shared computer; unsent text is not deleted unasked. */
export function SignOutSection() {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { contact } = useMember();
  const [isAsking, setAsking] = useState(false);
  const signOut = useMutation({
    mutationFn: () => answer(api.DELETE('/portal/v1/session')),
    async onSuccess() {
      deleteDrafts(contact.id);
      await navigate({ to: '/', state: { notice: 'signedOut' } });
      dropSession(client);
    },
  });

  return (
    <Stack align="flex-start">
      <Text c="dimmed">{t('profile.signOutLead')}</Text>
      <ProblemAlert error={signOut.error} />
      <Button
        variant="default"
        size="md"
        loading={signOut.isPending}
        onClick={() => (hasDrafts(contact.id) ? setAsking(true) : signOut.mutate())}
      >
        {t('profile.signOut')}
      </Button>
      {isAsking && (
        <NativeDialog labelledBy="drafts-left" onClose={() => setAsking(false)}>
          <Stack>
            <Title order={2} id="drafts-left">
              {t('profile.draftsTitle')}
            </Title>
            <Text>{t('profile.draftsLead')}</Text>
            <Group>
              <Button onClick={() => setAsking(false)}>{t('profile.stay')}</Button>
              <Button
                variant="default"
                loading={signOut.isPending}
                onClick={() => signOut.mutate()}
              >
                {t('profile.signOutAnyway')}
              </Button>
            </Group>
          </Stack>
        </NativeDialog>
      )}
    </Stack>
  );
}
