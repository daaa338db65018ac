import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows, NotFoundState } from '#web/ui/states.tsx';
import { alertProfilesQuery } from '../../data/alert-profiles.ts';
import { useProfileName } from '../../parts/profile-name.ts';
import { ProfileForm } from './profile-form.tsx';
import { draftOf } from './profile-values.ts';

/** Admin > Thresholds > one profile, or a new one. */
export function AlertProfilePage() {
  const { t } = useTranslation('alerts');
  const { id } = useParams({ strict: false });
  const profiles = useQuery(alertProfilesQuery);
  const nameOf = useProfileName();
  const isNew = id === undefined;
  const profile = profiles.data?.items.find((each) => String(each.id) === id) ?? null;
  const back = (
    <AnchorLink to="/admin/thresholds" size="sm">
      {t('profiles.title')}
    </AnchorLink>
  );
  return (
    <>
      <PageHeader
        title={isNew ? t('profiles.new') : profile ? nameOf(profile) : t('profiles.title')}
        before={back}
      />
      {profiles.isPending && <LoadingRows rows={8} height="3rem" />}
      {profiles.isError && (
        <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()} />
      )}
      {profiles.data && !isNew && !profile && <NotFoundState action={back} />}
      {profiles.data && (isNew || profile) && (
        <ProfileForm
          key={id ?? 'new'}
          profile={profile}
          draft={draftOf(profiles.data.items.find(({ isDefault }) => isDefault))}
        />
      )}
    </>
  );
}
