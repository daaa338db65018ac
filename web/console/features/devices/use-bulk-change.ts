import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import {
  alertProfilesQuery,
  giveDevicesProfile,
  ownProfileIdOf,
} from '../../data/alert-profiles.ts';
import { changeDevices, type DevicesChange } from '../../data/devices.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';

interface Outcome {
  changed: number[];
  missing: number[];
}

/** `profileId: null`: what customer and type give them. */
export type BulkChange = DevicesChange | { profileId: number | null };

/** Changes devices and says what came of it; what can be taken back offers so. */
export function useBulkChange(ids: number[], onDone: () => void) {
  const { t } = useTranslation('devices');
  const client = useQueryClient();
  const formats = useFormats();
  const fresh = () => client.invalidateQueries({ queryKey: ['device'] });
  const say = ({ changed, missing }: Outcome, undo: (() => Promise<unknown>) | undefined) => {
    const counted = (key: 'bulk.changed' | 'bulk.missing', { length: count }: number[]) =>
      count > 0 && t(key, { count, number: formats.number(count) });
    const text = [counted('bulk.changed', changed), counted('bulk.missing', missing)]
      .filter((part) => part !== false)
      .join(' ');
    if (undo && changed.length > 0)
      notifyUndoable(text, () => void undo().then(fresh).catch(notifyProblem));
    else notifyDone(text);
  };
  return useMutation({
    async mutationFn(change: BulkChange) {
      if (!('profileId' in change)) return { outcome: await changeDevices(ids, change) };
      // Before that, to know what each of them goes back to.
      const { items } = await client.fetchQuery({ ...alertProfilesQuery, staleTime: 0 });
      const former = Map.groupBy(ids, (id) => ownProfileIdOf(items, id));
      return { outcome: await giveDevicesProfile(ids, change.profileId), former };
    },
    async onSuccess({ outcome, former }, change) {
      await fresh();
      onDone();
      say(outcome, undoOf(change, outcome.changed, former));
    },
  });
}

function undoOf(
  change: BulkChange,
  changed: number[],
  former: Map<number | null, number[]> | undefined,
): (() => Promise<unknown>) | undefined {
  if (former) {
    const back = [...former].map(([profileId, ids]) => ({
      profileId,
      ids: ids.filter((id) => changed.includes(id)),
    }));
    return () =>
      Promise.all(
        back
          .filter(({ ids }) => ids.length > 0)
          .map(({ profileId, ids }) => giveDevicesProfile(ids, profileId)),
      );
  }
  if (!('isArchived' in change) || change.isArchived === undefined) return undefined;
  return () => changeDevices(changed, { isArchived: !change.isArchived });
}
