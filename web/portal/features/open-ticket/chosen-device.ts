import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isApiError } from '#web/api/problem.ts';
import { deviceQuery, type PortalDevice, refetchDevices } from '../../data/devices.ts';
import { siteQuery, useSite } from '../../data/site.ts';
import { fieldsOf } from '../../parts/field-problems.ts';

export interface ChosenDevice {
  /** Whether the company shows devices at all. */
  isShown: boolean;
  /** What is known of the one that was chosen. */
  device: PortalDevice | undefined;
  /** One is chosen, and goes along with the ticket. */
  isChosen: boolean;
  /** It was chosen, and is none of the reader's by now. */
  isGone: boolean;
  /** The server may know better what can be chosen. */
  lookAgain(error: unknown): void;
}

/** The device that a ticket is to be about, as far as it can be: much may happen while one writes. */
export function useChosenDevice(id: number | undefined): ChosenDevice {
  const client = useQueryClient();
  const isShown = useSite().data?.showsDevices ?? false;
  const { data, error } = useQuery({
    ...deviceQuery(id ?? 0),
    enabled: isShown && id !== undefined,
  });
  const isGone = isApiError(error) && error.status === 404;
  return {
    isShown,
    device: isGone || id === undefined ? undefined : data,
    isChosen: isShown && id !== undefined && !isGone,
    isGone: isShown && id !== undefined && isGone,
    lookAgain(refusal) {
      if (fieldsOf(refusal).deviceId === undefined) return;
      void client.invalidateQueries({ queryKey: siteQuery.queryKey });
      void refetchDevices(client);
    },
  };
}
