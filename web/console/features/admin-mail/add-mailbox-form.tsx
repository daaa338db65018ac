import { Button, Group, Paper, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { addMailbox } from '../../data/mail.ts';

export function AddMailboxForm() {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({
    initialValues: { address: '' },
    validate: { address: isNotEmpty(t('common:requiredField')) },
  });
  const adding = useMutation({
    mutationFn: addMailbox,
    async onSuccess({ address }) {
      await client.invalidateQueries({ queryKey: ['mail', 'mailboxes'] });
      setProblem(null);
      form.reset();
      notifyDone(t('mailboxes.added', { address }));
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  return (
    <Paper p="md" component="section" aria-labelledby="add-mailbox">
      <Title order={2} id="add-mailbox" mb="sm">
        {t('mailboxes.add')}
      </Title>
      <form
        noValidate
        onSubmit={form.onSubmit(({ address }) => {
          if (!adding.isPending) adding.mutate(address.trim());
        })}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('mailboxes.addLabel')}
            description={t('mailboxes.addHint')}
            type="email"
            autoComplete="off"
            flex="1 1 20rem"
            inputWrapperOrder={['label', 'description', 'error', 'input']}
            {...form.getInputProps('address')}
          />
          <Button type="submit" variant="default" loading={adding.isPending}>
            {t('mailboxes.addButton')}
          </Button>
        </Group>
        <ProblemAlert error={problem} />
      </form>
    </Paper>
  );
}
