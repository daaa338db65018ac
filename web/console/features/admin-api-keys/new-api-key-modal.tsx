import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { createApiKey } from '../../data/api-keys.ts';
import { rolesQuery } from '../../data/team.ts';
import { SecretOnce } from './secret-once.tsx';

const DAY_MS = 86_400_000;

/** Names a key and its role; then shows the secret, this once. */
export function NewApiKeyModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const roles = useQuery(rolesQuery);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({
    initialValues: { name: '', roleId: '', expiresAt: '' },
    validate: {
      name: isNotEmpty(t('common:requiredField')),
      roleId: isNotEmpty(t('common:requiredField')),
    },
  });
  const creating = useMutation({
    mutationFn: createApiKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['apiKey'] }),
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const created = creating.data;

  function create({ name, roleId, expiresAt }: typeof form.values) {
    if (creating.isPending) return;
    creating.mutate({
      name,
      roleId: Number(roleId),
      // The day that is named is where the key ends, on the reader's own calendar.
      expiresAt: expiresAt === '' ? null : new Date(`${expiresAt}T00:00`).toISOString(),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
      title={created ? t('apiKeys.createdTitle', { name: created.apiKey.name }) : t('apiKeys.new')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {created ? (
        <SecretOnce secret={created.secret} onDone={onClose} />
      ) : (
        <form noValidate onSubmit={form.onSubmit(create)}>
          <Stack>
            <TextInput
              label={t('apiKeys.name')}
              description={t('apiKeys.nameHint')}
              maxLength={LIMITS.nameChars}
              data-autofocus
              {...form.getInputProps('name')}
            />
            <Select
              label={t('apiKeys.role')}
              allowDeselect={false}
              data={(roles.data?.items ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
              {...form.getInputProps('roleId')}
            />
            <TextInput
              type="date"
              label={t('apiKeys.expires')}
              description={t('apiKeys.expiresHint')}
              min={new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)}
              {...form.getInputProps('expiresAt')}
            />
            <ProblemAlert error={problem ?? roles.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={creating.isPending}>
                {t('apiKeys.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
