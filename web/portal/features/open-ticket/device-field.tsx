import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceChoicesQuery } from '../../data/devices.ts';
import { useSite } from '../../data/site.ts';

/** Which of one's devices it is about; nothing where there are none. */
export function DeviceField(props: {
  value: number | undefined;
  error: string | undefined;
  onChange: (id: number | undefined) => void;
}) {
  const { t } = useTranslation('portal-devices');
  const isShown = useSite().data?.showsDevices ?? false;
  const devices = useQuery({ ...deviceChoicesQuery, enabled: isShown });
  const items = devices.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <NativeSelect
      label={t('field')}
      size="md"
      maw="26rem"
      error={props.error}
      value={props.value === undefined ? '' : String(props.value)}
      data={[
        { value: '', label: t('none') },
        ...items.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        props.onChange(value === '' ? undefined : Number(value))
      }
    />
  );
}
