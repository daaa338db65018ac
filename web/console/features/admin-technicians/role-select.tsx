import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rolesQuery } from '../../data/team.ts';

/** A role to choose; its id as text, as the select takes it. */
export function RoleSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation('admin');
  const roles = useQuery(rolesQuery);
  return (
    <Select
      label={t('technicians.role')}
      allowDeselect={false}
      disabled={roles.isPending}
      data={(roles.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      {...props}
      error={props.error ?? (roles.isError ? roles.error.message : undefined)}
    />
  );
}
