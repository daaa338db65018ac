import { PersonAvatar } from '#web/ui/person.tsx';
import { useSession } from '../../data/session.ts';
import { ProfileView } from '../../features/profile/profile-view.tsx';

export function ProfilePage() {
  const { technician } = useSession();
  const name = `${technician.firstName} ${technician.lastName}`.trim();
  return (
    <ProfileView
      savedSignature=""
      saveSignature={async () => undefined}
      picture={<PersonAvatar name={name} pictureUrl={technician.pictureUrl} size="6rem" />}
      signature={() => null}
    />
  );
}
