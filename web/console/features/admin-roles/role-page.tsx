import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows, NotFoundState } from '#web/ui/states.tsx';
import { useSession } from '../../data/session.ts';
import { rolesQuery } from '../../data/team.ts';
import { RoleForm } from './role-form.tsx';
import { valuesOf } from './role-values.ts';

/** Admin > Roles > one of them, or a new one, which may begin as a copy. */
export function RolePage() {
  const { t } = useTranslation('admin');
  const { id } = useParams({ strict: false });
  const { from } = useSearch({ strict: false });
  const own = useSession().permissions;
  const roles = useQuery(rolesQuery);
  const find = (wanted: string | undefined) =>
    roles.data?.items.find((each) => String(each.id) === wanted) ?? null;
  const role = find(id);
  const original = find(from);
  const title = role
    ? t('roles.editTitle', { name: role.name })
    : t(id === undefined ? 'roles.newTitle' : 'roles.title');
  const back = (
    <AnchorLink to="/admin/roles" size="sm">
      {t('roles.title')}
    </AnchorLink>
  );
  // A copy holds no more than who makes it may give.
  const draft = valuesOf(original);
  if (original) {
    draft.name = t('roles.cloneName', { name: original.name }).slice(0, LIMITS.nameChars);
    draft.permissions = draft.permissions.filter((permission) => own.includes(permission));
  }
  return (
    <>
      <PageHeader title={title} before={back} />
      {roles.isPending && <LoadingRows rows={8} height="3rem" />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && id !== undefined && !role && <NotFoundState action={back} />}
      {roles.data && (id === undefined || role) && (
        <RoleForm
          key={id ?? `new-${original?.id}`}
          role={role}
          draft={draft}
          roles={roles.data.items}
        />
      )}
    </>
  );
}
