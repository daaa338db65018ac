import { useSession } from '../../data/session.ts';
import { ProfilePicture } from '../../features/picture/profile-picture.tsx';
import { ProfileView } from '../../features/profile/profile-view.tsx';

export function ProfilePage() {
  const { technician } = useSession();
  return (
    <ProfileView
      savedSignature=""
      saveSignature={async () => undefined}
      picture={<ProfilePicture technician={technician} />}
      signature={() => null}
    />
  );
}
