import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { inviteTechnician } from '../../data/team.ts';
import { RoleSelect } from '../../parts/role-select.tsx';

export function InviteTechnicianModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({
    initialValues: { email: '', firstName: '', lastName: '', roleId: '' },
    validate: {
      email: isEmail(t('common:invalidEmail')),
      firstName: isNotEmpty(t('common:requiredField')),
      lastName: isNotEmpty(t('common:requiredField')),
      roleId: isNotEmpty(t('common:requiredField')),
    },
  });
  const inviting = useMutation({
    mutationFn: inviteTechnician,
    onSuccess({ firstName, lastName }) {
      void client.invalidateQueries({ queryKey: ['technician'] });
      void client.invalidateQueries({ queryKey: ['role'] });
      notifyDone(t('technicians.invited', { name: `${firstName} ${lastName}` }));
      onClose();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('technicians.inviteTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (inviting.isPending) return;
          inviting.mutate({ ...values, email: values.email.trim(), roleId: Number(values.roleId) });
        })}
      >
        <Stack>
          <TextInput
            label={t('technicians.email')}
            description={t('technicians.emailHint')}
            type="email"
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('email')}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t('common:firstName')}
              maxLength={LIMITS.nameChars}
              {...form.getInputProps('firstName')}
            />
            <TextInput
              label={t('common:lastName')}
              maxLength={LIMITS.nameChars}
              {...form.getInputProps('lastName')}
            />
          </Group>
          <RoleSelect {...form.getInputProps('roleId')} />
          <Text size="sm" c="dimmed">
            {t('technicians.inviteHint')}
          </Text>
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={inviting.isPending}>
              {t('technicians.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
