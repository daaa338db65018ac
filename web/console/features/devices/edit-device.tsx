import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Device } from '#web/api/types.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import type { DevicePatch } from '../../data/devices.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { useDeviceChange } from './use-device-change.ts';

/** Name, type and customer. Only what was changed is sent, so that what the machine says goes on to count. */
export function EditDevice({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const [name, setName] = useState(device.name);
  const [type, setType] = useState(device.type);
  const [customerId, setCustomerId] = useState<string | null>(String(device.customer.id));
  const changing = useDeviceChange(device, { isQuiet: true });
  const patch: DevicePatch = {
    ...(name.trim() !== device.name && { name: name.trim() }),
    ...(type !== device.type && { type }),
    ...(Number(customerId) !== device.customer.id && { customerId: Number(customerId) }),
  };
  const save = () => {
    if (Object.keys(patch).length === 0) onClose();
    else changing.change(patch, onClose);
  };
  return (
    <ApplyWindow
      title={t('editTitle')}
      applyLabel={t('save')}
      canApply={name.trim() !== '' && customerId !== null}
      isBusy={changing.isSaving}
      error={changing.error}
      onApply={save}
      onClose={onClose}
    >
      {changing.isRefused && <ConflictNotice onKeepMine={save} onTakeTheirs={onClose} />}
      <TextInput
        label={t('name')}
        description={device.source === 'agent' ? t('nameHint') : undefined}
        maxLength={LIMITS.nameChars}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
      <Select
        label={t('typeLabel')}
        allowDeselect={false}
        data={DEVICE_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        value={type}
        onChange={(value) => setType(DEVICE_TYPES.find((each) => each === value) ?? type)}
      />
      <CustomerSelect
        label={t('customer')}
        clearable={false}
        value={customerId}
        onChange={setCustomerId}
      />
    </ApplyWindow>
  );
}
