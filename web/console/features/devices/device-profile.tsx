import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { type AlertProfile, deviceAlertProfileQuery } from '../../data/alert-profiles.ts';
import { useCan } from '../../data/session.ts';
import { useProfileName } from '../../parts/profile-name.ts';
import { ProfileWindow } from './profile-window.tsx';
import { useBulkChange } from './use-bulk-change.ts';

/** Which thresholds hold for a device, and why; who may, gives it others. */
export function DeviceProfile({ deviceId }: { deviceId: number }) {
  const { t } = useTranslation('devices');
  const can = useCan();
  const { data: profile } = useQuery(deviceAlertProfileQuery(deviceId));
  const nameOf = useProfileName();
  const [isChanging, changing] = useDisclosure(false);
  const change = useBulkChange([deviceId], changing.close);
  if (!profile) return null;
  return (
    <>
      <Group gap="xs" component="span">
        {can('settings.manage') ? (
          <AnchorLink to="/admin/thresholds/$id" params={{ id: String(profile.id) }} inherit>
            {nameOf(profile)}
          </AnchorLink>
        ) : (
          nameOf(profile)
        )}
        {can('alerts.manage') && (
          <Button variant="subtle" size="compact-sm" onClick={changing.open}>
            {t('profile.change')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t(`profile.because.${reasonFor(profile, deviceId)}`)}
      </Text>
      {isChanging && (
        <ProfileWindow
          deviceIds={[deviceId]}
          isBusy={change.isPending}
          error={change.error}
          onGive={(profileId) => change.mutate({ profileId })}
          onClose={changing.close}
        />
      )}
    </>
  );
}

function reasonFor({ isDefault, assignments }: AlertProfile, deviceId: number) {
  if (assignments.some(({ device }) => device?.id === deviceId)) return 'own';
  return isDefault ? 'noOther' : 'rules';
}
