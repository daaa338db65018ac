import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { Technician } from '#web/api/types.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { changeTechnician, type TechnicianPatch } from '../../data/team.ts';
import { RoleSelect } from '../../parts/role-select.tsx';

export function EditTechnicianModal(props: { technician: Technician; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const { technician, onClose } = props;
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({
    initialValues: {
      firstName: technician.firstName,
      lastName: technician.lastName,
      phone: technician.phone ?? '',
      roleId: String(technician.role.id),
    },
    validate: {
      firstName: isNotEmpty(t('common:requiredField')),
      lastName: isNotEmpty(t('common:requiredField')),
    },
  });
  const saving = useMutation({
    mutationFn: (body: TechnicianPatch) => changeTechnician(technician.id, body),
    onSuccess({ firstName, lastName }) {
      // Names stand on tickets, the number of holders at the roles, one's own name in the session.
      void client.invalidateQueries();
      notifyDone(t('technicians.saved', { name: `${firstName} ${lastName}` }));
      onClose();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });

  function save({ firstName, lastName, phone, roleId }: typeof form.values) {
    if (saving.isPending) return;
    // Only what changed: giving a role needs more rights than correcting a name.
    saving.mutate({
      firstName,
      lastName,
      phone: phone.trim() || null,
      ...(Number(roleId) !== technician.role.id && { roleId: Number(roleId) }),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('technicians.editTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form noValidate onSubmit={form.onSubmit(save)}>
        <Stack>
          <Text c="dimmed">{technician.email}</Text>
          <Group grow align="flex-start">
            <TextInput
              label={t('common:firstName')}
              maxLength={LIMITS.nameChars}
              data-autofocus
              {...form.getInputProps('firstName')}
            />
            <TextInput
              label={t('common:lastName')}
              maxLength={LIMITS.nameChars}
              {...form.getInputProps('lastName')}
            />
          </Group>
          <TextInput label={t('technicians.phone')} type="tel" {...form.getInputProps('phone')} />
          <RoleSelect {...form.getInputProps('roleId')} />
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={!form.isDirty()}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
