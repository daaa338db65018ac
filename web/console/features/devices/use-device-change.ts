import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isApiError } from '#web/api/problem.ts';
import type { Device } from '#web/api/types.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { changeDevice, type DevicePatch, deviceQuery } from '../../data/devices.ts';

export interface DeviceChanging {
  change(patch: DevicePatch, onSaved: () => void): void;
  isSaving: boolean;
  /** Somebody else changed the device before; what is cached is what they made of it. */
  isRefused: boolean;
  /** Any other reason why it was not saved. */
  error: unknown;
}

/** Saves changes of a device against the version that is shown. */
export function useDeviceChange(
  device: Device,
  { isQuiet = false }: { /** The caller shows errors itself. */ isQuiet?: boolean } = {},
): DeviceChanging {
  const client = useQueryClient();
  const { queryKey } = deviceQuery(device.id);
  const saving = useMutation({
    mutationFn: (patch: DevicePatch) => {
      const { version } = client.getQueryData<Device>(queryKey) ?? device;
      return changeDevice(device.id, version, patch);
    },
    onSuccess(saved) {
      client.setQueryData(queryKey, saved);
      void client.invalidateQueries({ queryKey: ['device'] });
    },
    onError(error) {
      if (!isApiError(error, 'conflict')) {
        if (!isQuiet) notifyProblem(error);
      } else if (isDevice(error.current)) client.setQueryData(queryKey, error.current);
    },
  });
  const isRefused = isApiError(saving.error, 'conflict');
  return {
    change: (patch, onSaved) => saving.mutate(patch, { onSuccess: onSaved }),
    isSaving: saving.isPending,
    isRefused,
    error: isRefused ? null : saving.error,
  };
}

function isDevice(value: unknown): value is Device {
  return typeof value === 'object' && value !== null && 'customer' in value && 'version' in value;
}
