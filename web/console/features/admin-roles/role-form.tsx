import { Alert, Button, Fieldset, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { useSession } from '../../data/session.ts';
import { changeRole, createRole, type Role } from '../../data/team.ts';
import { CustomerLimit } from './customer-limit.tsx';
import { DeleteRoleButton } from './delete-role.tsx';
import { PermissionMatrix } from './permission-matrix.tsx';
import {
  type RoleValues,
  toRoleBody,
  toRolePatch,
  valuesOf,
  withCustomers,
} from './role-values.ts';

/** A role to change, or a new one that begins as `draft`. */
export function RoleForm(props: { role: Role | null; draft: RoleValues; roles: Role[] }) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const own = useSession().permissions;
  const [problem, setProblem] = useState<unknown>(null);
  const { role, roles } = props;
  const form = useForm<RoleValues>({
    initialValues: role ? valuesOf(role) : props.draft,
    validate: {
      name: isNotEmpty(t('common:requiredField')),
      customers: (customers) => (customers?.length === 0 ? t('roles.noneChosen') : null),
    },
  });
  const saving = useMutation({
    mutationFn: (values: RoleValues) =>
      role
        ? changeRole(role.id, toRolePatch(form.getInitialValues(), values))
        : createRole(toRoleBody(values)),
    async onSuccess({ name }) {
      void client.invalidateQueries({ queryKey: ['role'] });
      void client.invalidateQueries({ queryKey: ['session'] });
      notifyDone(t(role ? 'roles.saved' : 'roles.created', { name }));
      await navigate({ to: '/admin/roles', ignoreBlocker: true });
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const isAdmin = role?.builtIn === 'admin';
  // A role with permissions that the signed-in person lacks may be looked at only.
  const isBeyond = role?.permissions.some((permission) => !own.includes(permission)) ?? false;
  const isFixed = isAdmin || isBeyond;
  const { values } = form;

  return (
    <form
      noValidate
      onSubmit={form.onSubmit((wanted) => {
        if (!saving.isPending) saving.mutate(wanted);
      })}
    >
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSuccess} />
      <Stack gap="lg" maw="48rem">
        <Text size="sm">
          {t('roles.guideLead')}{' '}
          <AnchorLink to="/guide/roles-and-permissions" underline="always">
            {t('roles.guide')}
          </AnchorLink>
        </Text>
        {isAdmin && <Alert color="gray">{t('roles.adminFixed')}</Alert>}
        {isBeyond && <Alert color="gray">{t('roles.notYours')}</Alert>}
        <TextInput
          label={t('roles.name')}
          maxLength={LIMITS.nameChars}
          readOnly={isFixed || role?.builtIn != null}
          description={role?.builtIn && !isFixed ? t('roles.nameFixed') : undefined}
          maw="24rem"
          {...form.getInputProps('name')}
        />
        <CustomerLimit
          value={values.customers}
          error={form.errors.customers ?? form.errors.customerIds}
          isReadOnly={isFixed}
          onChange={(customers) => form.setValues(withCustomers(values, customers))}
        />
        <Fieldset legend={t('roles.signIn')}>
          <Switch
            label={t('roles.twoFactor')}
            description={t('roles.twoFactorHint')}
            disabled={isBeyond}
            {...form.getInputProps('requiresTwoFactor', { type: 'checkbox' })}
          />
        </Fieldset>
        <PermissionMatrix
          granted={values.permissions}
          grantable={own}
          isLimited={values.customers !== null}
          isReadOnly={isFixed}
          onChange={(permissions) => form.setFieldValue('permissions', permissions)}
        />
        <ProblemAlert error={problem} />
        {!isBeyond && (
          <Group>
            <Button
              type="submit"
              loading={saving.isPending}
              disabled={role !== null && !form.isDirty()}
            >
              {t('roles.save')}
            </Button>
            {role && (
              <ButtonLink
                variant="default"
                to="/admin/roles/new"
                search={{ from: String(role.id) }}
              >
                {t('roles.clone')}
              </ButtonLink>
            )}
            {role && !role.builtIn && <DeleteRoleButton role={role} roles={roles} />}
          </Group>
        )}
      </Stack>
    </form>
  );
}
