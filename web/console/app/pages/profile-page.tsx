import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { useSession } from '../../data/session.ts';
import { saveSignature, signatureQuery } from '../../data/signature.ts';
import { ProfilePicture } from '../../features/picture/profile-picture.tsx';
import { ProfileView } from '../../features/profile/profile-view.tsx';
import { SignatureSection } from '../../features/signature/signature-section.tsx';

export function ProfilePage() {
  const { technician } = useSession();
  const client = useQueryClient();
  const signature = useQuery(signatureQuery);
  return (
    <ProfileView
      savedSignature={signature.data?.html ?? ''}
      saveSignature={async (html) =>
        client.setQueryData(signatureQuery.queryKey, await saveSignature(html))
      }
      picture={<ProfilePicture technician={technician} />}
      signature={(field) => {
        if (signature.data) return <SignatureSection {...field} />;
        return signature.isError ? (
          <ErrorState error={signature.error} onRetry={() => signature.refetch()} />
        ) : (
          <LoadingRows rows={1} height="20rem" />
        );
      }}
    />
  );
}
