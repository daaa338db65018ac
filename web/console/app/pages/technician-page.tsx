import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { technicianQuery } from '../../data/technicians.ts';
import { ProfilePicture } from '../../features/picture/profile-picture.tsx';
import { RoleView } from '../../features/technician/role-view.tsx';
import { TechnicianEditor } from '../../features/technician/technician-editor.tsx';
import { useAllowsMore } from '../../parts/more-rights.ts';
import { RecordBoundary } from './record-boundary.tsx';

/** Edit technician, for a colleague; one's own page is part of the profile. */
export function TechnicianPage() {
  const { id } = useParams({ strict: false });
  const own = useSession().technician.id;
  const can = useCan();
  if (id === String(own)) return <Navigate to="/profile/edit" replace />;
  if (!can('technicians.manage')) return <NoPermissionPage />;
  return (
    <RecordBoundary id={id ?? ''}>
      {(technicianId) => <Editor key={technicianId} id={technicianId} />}
    </RecordBoundary>
  );
}

function Editor({ id }: { id: number }) {
  const { t } = useTranslation('admin');
  const { data: technician } = useSuspenseQuery(technicianQuery(id));
  const isAbove = useAllowsMore(technician.role.id);
  return (
    <div>
      <TechnicianEditor
        technician={technician}
        isOwn={false}
        picture={<ProfilePicture technician={technician} isLocked={isAbove} />}
        before={
          <AnchorLink to="/admin/technicians" size="sm">
            {t('technicians.title')}
          </AnchorLink>
        }
      />
    </div>
  );
}

export function TechnicianRolePage() {
  const { id } = useParams({ strict: false });
  const own = useSession().technician.id;
  const can = useCan();
  if (id === String(own)) return <Navigate to="/profile/role" replace />;
  if (!can('technicians.view')) return <NoPermissionPage />;
  return (
    <RecordBoundary id={id ?? ''}>
      {(technicianId) => <TheirRole key={technicianId} id={technicianId} />}
    </RecordBoundary>
  );
}

function TheirRole({ id }: { id: number }) {
  const { t } = useTranslation('profile');
  const { data: technician } = useSuspenseQuery(technicianQuery(id));
  return (
    <div>
      <RoleView
        technician={technician}
        isOwn={false}
        before={
          <AnchorLink to="/technicians/$id" params={{ id: String(id) }} size="sm">
            {t('rolePage.back')}
          </AnchorLink>
        }
      />
    </div>
  );
}
