import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { Permission } from '#shared/permissions.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { useSession } from '../../data/session.ts';
import { type Role, type RoleBody, saveRole } from '../../data/team.ts';
import { DeleteRoleButton } from './delete-role.tsx';
import { PermissionMatrix } from './permission-matrix.tsx';

export function RoleForm({ role, roles }: { role: Role | null; roles: Role[] }) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const own = useSession().permissions;
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<{ name: string; permissions: Permission[] }>({
    initialValues: { name: role?.name ?? '', permissions: [...(role?.permissions ?? [])] },
    validate: { name: isNotEmpty(t('common:requiredField')) },
  });
  const saving = useMutation({
    mutationFn: (body: RoleBody) => saveRole(role?.id ?? null, body),
    async onSuccess({ name }) {
      void client.invalidateQueries({ queryKey: ['role'] });
      void client.invalidateQueries({ queryKey: ['session'] });
      notifyDone(t(role ? 'roles.saved' : 'roles.created', { name }));
      await navigate({ to: '/admin/roles', ignoreBlocker: true });
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const isFixed = role?.builtIn === 'admin';
  // A role with rights that the signed-in person lacks may be looked at only.
  const isBeyond = role?.permissions.some((permission) => !own.includes(permission)) ?? false;
  const isReadOnly = isFixed || isBeyond;

  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (!saving.isPending) saving.mutate(values);
      })}
    >
      <UnsavedGuard isDirty={form.isDirty()} />
      <Stack gap="lg" maw="48rem">
        {isFixed && <Alert color="gray">{t('roles.adminFixed')}</Alert>}
        {!isFixed && isBeyond && <Alert color="gray">{t('roles.notYours')}</Alert>}
        <TextInput
          label={t('roles.name')}
          maxLength={LIMITS.nameChars}
          readOnly={isReadOnly || role?.builtIn != null}
          description={role?.builtIn && !isFixed ? t('roles.nameFixed') : undefined}
          maw="24rem"
          {...form.getInputProps('name')}
        />
        <PermissionMatrix
          granted={form.values.permissions}
          grantable={own}
          isReadOnly={isReadOnly}
          onChange={(permissions) => form.setFieldValue('permissions', permissions)}
        />
        <ProblemAlert error={problem} />
        {!isReadOnly && (
          <Group>
            <Button type="submit" loading={saving.isPending} disabled={!form.isDirty()}>
              {t('roles.save')}
            </Button>
            {role && !role.builtIn && <DeleteRoleButton role={role} roles={roles} />}
          </Group>
        )}
      </Stack>
    </form>
  );
}
