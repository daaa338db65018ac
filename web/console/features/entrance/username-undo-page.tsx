import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import { undoUsername, usernameUndoQuery } from '../../data/profile.ts';

/** Where the link leads that goes to the old address when a username was changed. */
export function UsernameUndoPage() {
  const { t } = useTranslation('profile');
  const router = useRouter();
  const { token = '' } = useSearch({ strict: false }) as { token?: string };
  useDocumentTitle(t('undo.title'));
  const change = useQuery(usernameUndoQuery(token));
  const undoing = useMutation({ mutationFn: () => undoUsername(token) });
  if (undoing.isSuccess) {
    const { email, passwordLink } = undoing.data;
    return (
      <Stack role="status">
        <Title order={1}>{t('undo.doneTitle', { email })}</Title>
        <Text>{t('undo.doneText')}</Text>
        <Button onClick={() => router.history.push(passwordLink)}>{t('undo.choose')}</Button>
      </Stack>
    );
  }
  if (change.isPending) return <LoadingRows rows={4} />;
  if (change.isError) {
    return (
      <Stack>
        <Title order={1}>{t('undo.goneTitle')}</Title>
        <ProblemAlert error={change.error} />
      </Stack>
    );
  }
  const { oldEmail, newEmail, companyName } = change.data;
  return (
    <Stack>
      <Title order={1}>{t('undo.title')}</Title>
      <Text>{t('undo.text', { company: companyName, old: oldEmail, new: newEmail })}</Text>
      <Text>{t('undo.consequence', { old: oldEmail })}</Text>
      <ProblemAlert error={undoing.error} />
      <Button loading={undoing.isPending} onClick={() => undoing.mutate()}>
        {t('undo.button')}
      </Button>
    </Stack>
  );
}
