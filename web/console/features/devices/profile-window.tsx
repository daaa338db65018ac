import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { alertProfilesQuery, ownProfileIdOf } from '../../data/alert-profiles.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';

/** In the field; no profile has such an id. */
const BY_RULES = 'rules';

const fieldValue = (profileId: number | null) =>
  profileId === null ? BY_RULES : String(profileId);

/** Which thresholds hold for devices: a profile of their own, or what customer and type give them. */
export function ProfileWindow(props: {
  deviceIds: number[];
  isBusy: boolean;
  error: unknown;
  onGive: (profileId: number | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const profiles = useQuery(alertProfilesQuery);
  const items = profiles.data?.items ?? [];
  const nameOf = (profileId: number | null) =>
    items.find(({ id }) => id === profileId)?.name ?? t('profile.byRules');
  const now = Map.groupBy(props.deviceIds, (id) => ownProfileIdOf(items, id));
  const [only] = now.size === 1 ? now.keys() : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? (only === undefined ? null : fieldValue(only));
  const isNew = value !== null && (only === undefined || value !== fieldValue(only));
  return (
    <ApplyWindow
      title={t('profile.set')}
      applyLabel={t('profile.give')}
      canApply={profiles.isSuccess && isNew}
      isBusy={props.isBusy}
      error={props.error ?? profiles.error}
      onApply={() => props.onGive(value === BY_RULES ? null : Number(value))}
      onClose={props.onClose}
    >
      {now.size > 1 && (
        <Text size="sm">
          {t('profile.now', {
            profiles: formats.list(
              [...now].map(([profileId, { length }]) =>
                t('profile.counted', { name: nameOf(profileId), number: formats.number(length) }),
              ),
            ),
          })}
        </Text>
      )}
      <Select
        label={t('profile.title')}
        allowDeselect={false}
        disabled={!profiles.isSuccess}
        data={[
          { value: BY_RULES, label: t('profile.byRules') },
          // The default one holds where no other does: it is nobody's own.
          ...items
            .filter(({ isDefault }) => !isDefault)
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={value}
        onChange={setChosen}
        data-autofocus
      />
    </ApplyWindow>
  );
}
