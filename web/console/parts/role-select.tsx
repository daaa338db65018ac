import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../data/session.ts';
import { type Role, rolesQuery } from '../data/team.ts';

/**
 * A role to choose; its id as text, as the select takes it. Roles that allow more than one's own are
 * shown, so that nobody looks for them, and cannot be chosen.
 */
export function RoleSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation('profile');
  const { permissions } = useSession();
  const roles = useQuery(rolesQuery);
  const mayGive = (role: Role) => role.permissions.every((each) => permissions.includes(each));
  return (
    <Select
      label={t('roleWindow.role')}
      allowDeselect={false}
      disabled={roles.isPending}
      data={(roles.data?.items ?? []).map((role) => ({
        value: String(role.id),
        label: mayGive(role) ? role.name : t('roleWindow.tooMuch', { role: role.name }),
        disabled: !mayGive(role),
      }))}
      {...props}
      error={props.error ?? (roles.isError ? roles.error.message : undefined)}
    />
  );
}
