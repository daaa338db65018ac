import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { rolesQuery } from '../../data/team.ts';
import { RoleTable } from './role-table.tsx';
import { RolesSideBySide } from './roles-side-by-side.tsx';

/** Admin > Roles: all roles with how many have them, and what each allows. */
export function RolesPage() {
  const { t } = useTranslation('admin');
  const roles = useQuery(rolesQuery);
  return (
    <>
      <PageHeader
        title={t('roles.title')}
        subtitle={
          <>
            {t('roles.lead')} {t('roles.guideLead')}{' '}
            <AnchorLink to="/guide/roles-and-permissions" underline="always">
              {t('roles.guide')}
            </AnchorLink>
          </>
        }
        actions={
          <ButtonLink to="/admin/roles/new" leftSection={<IconPlus size="1rem" aria-hidden />}>
            {t('roles.new')}
          </ButtonLink>
        }
      />
      {roles.isPending && <LoadingRows rows={3} />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && (
        <>
          <RoleTable roles={roles.data.items} />
          <RolesSideBySide roles={roles.data.items} />
        </>
      )}
    </>
  );
}
