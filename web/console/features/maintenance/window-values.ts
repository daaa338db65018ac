import { clockTime, momentAt } from '#web/i18n/zoned-day.ts';
import type { MaintenanceBody, MaintenanceWindow } from '../../data/maintenance.ts';

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1440;

/** What stands in the form. Clock times are those of the reader, but weekly ones the company's. */
export interface WindowValues {
  name: string;
  scope: 'company' | 'customer' | 'device';
  customerId: string | null;
  device: { id: number; name: string } | null;
  kind: 'once' | 'weekly';
  startsAt: string;
  endsAt: string;
  weekdays: string[];
  from: string;
  minutes: number | '';
}

export function valuesOf(
  window: MaintenanceWindow | null,
  now: Date,
  timeZone: string | undefined,
): WindowValues {
  const local = (at: string | Date) => clockTime(new Date(at), timeZone);
  const time = window?.time;
  const scope = window?.device ? 'device' : window?.customer ? 'customer' : 'company';
  return {
    name: window?.name ?? '',
    scope,
    customerId: scope === 'customer' && window?.customer ? String(window.customer.id) : null,
    device: window?.device ?? null,
    kind: time?.kind ?? 'once',
    startsAt: local(time?.kind === 'once' ? time.startsAt : now),
    endsAt: local(time?.kind === 'once' ? time.endsAt : new Date(now.getTime() + 2 * HOUR_MS)),
    weekdays: time?.kind === 'weekly' ? time.weekdays.map(String) : ['7'],
    from: time?.kind === 'weekly' ? clockOf(time.fromMinute) : '02:00',
    minutes: time?.kind === 'weekly' ? time.durationMinutes : 120,
  };
}

/** Null: the times are none. */
export function toBody(values: WindowValues, timeZone: string | undefined): MaintenanceBody | null {
  const time = timeOf(values, timeZone);
  if (!time) return null;
  return {
    name: values.name,
    customerId: values.scope === 'customer' ? Number(values.customerId) : null,
    deviceId: values.scope === 'device' ? (values.device?.id ?? null) : null,
    time,
  };
}

function timeOf(
  values: WindowValues,
  timeZone: string | undefined,
): MaintenanceBody['time'] | null {
  if (values.kind === 'weekly') {
    const [hours = 0, minutes = 0] = values.from.split(':').map(Number);
    return {
      kind: 'weekly',
      weekdays: values.weekdays.map(Number).sort(),
      fromMinute: hours * 60 + minutes,
      durationMinutes: values.minutes === '' ? 0 : values.minutes,
    };
  }
  const startsAt = momentAt(values.startsAt, timeZone);
  const endsAt = momentAt(values.endsAt, timeZone);
  if (!startsAt || !endsAt) return null;
  return { kind: 'once', startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** 125 is 02:05. */
export function clockOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const within = minute % DAY_MINUTES;
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}
