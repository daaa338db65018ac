import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { useSession } from '../../data/session.ts';
import { ProfilePicture } from '../../features/picture/profile-picture.tsx';
import { RoleView } from '../../features/technician/role-view.tsx';
import { TechnicianEditor } from '../../features/technician/technician-editor.tsx';

/** Edit technician, for oneself. */
export function OwnEditorPage() {
  const { t } = useTranslation('profile');
  const { technician } = useSession();
  return (
    <div>
      <TechnicianEditor
        technician={technician}
        isOwn
        picture={<ProfilePicture technician={technician} />}
        before={
          <AnchorLink to="/profile" size="sm">
            {t('title')}
          </AnchorLink>
        }
      />
    </div>
  );
}

/** What one's own role allows. */
export function OwnRolePage() {
  const { t } = useTranslation('profile');
  const { technician } = useSession();
  return (
    <div>
      <RoleView
        technician={technician}
        isOwn
        before={
          <AnchorLink to="/profile/edit" size="sm">
            {t('rolePage.back')}
          </AnchorLink>
        }
      />
    </div>
  );
}
