import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows, NotFoundState } from '#web/ui/states.tsx';
import { rolesQuery } from '../../data/team.ts';
import { RoleForm } from './role-form.tsx';

/** Admin > Roles > one of them, or a new one. */
export function RolePage() {
  const { t } = useTranslation('admin');
  const { id } = useParams({ strict: false });
  const roles = useQuery(rolesQuery);
  const role = roles.data?.items.find((each) => String(each.id) === id) ?? null;
  const title = role
    ? t('roles.editTitle', { name: role.name })
    : t(id === undefined ? 'roles.newTitle' : 'roles.title');
  const back = (
    <Anchor component={Link} to="/admin/roles" size="sm">
      {t('roles.title')}
    </Anchor>
  );
  return (
    <>
      <PageHeader title={title} before={back} />
      {roles.isPending && <LoadingRows rows={8} height="3rem" />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && id !== undefined && !role && <NotFoundState action={back} />}
      {roles.data && (id === undefined || role) && (
        <RoleForm key={id ?? 'new'} role={role} roles={roles.data.items} />
      )}
    </>
  );
}
