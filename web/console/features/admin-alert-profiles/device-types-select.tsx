import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES, type DeviceType } from '#shared/agent-protocol.ts';

/** Some types of device; none chosen means all. */
export function DeviceTypesSelect(props: {
  value: DeviceType[];
  onChange: (value: DeviceType[]) => void;
}) {
  const { t } = useTranslation('alerts');
  return (
    <MultiSelect
      label={t('deviceTypes.title')}
      placeholder={props.value.length === 0 ? t('deviceTypes.all') : undefined}
      data={DEVICE_TYPES.map((value) => ({ value, label: t(`deviceTypes.${value}`) }))}
      value={props.value}
      onChange={(chosen) => props.onChange(DEVICE_TYPES.filter((known) => chosen.includes(known)))}
    />
  );
}
