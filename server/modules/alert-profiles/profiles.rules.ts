import type { DeviceType } from '#shared/agent-protocol.ts';
import type { AlertHearing, Severity, TicketRule } from '#shared/alerts.ts';

/** To what a profile is assigned: one device, or those of a customer, of a type, or both. */
export interface Assignment {
  profileId: number;
  deviceId: number | null;
  customerId: number | null;
  deviceType: string | null;
}

interface DeviceFacts {
  id: number;
  customerId: number;
  type: string;
}

/** The profile that is meant most of all for the device; null: only the default one is for it. */
export function mostSpecific(
  assignments: readonly Assignment[],
  device: DeviceFacts,
): number | null {
  let best: { profileId: number; weight: number } | null = null;
  for (const assignment of assignments) {
    const { deviceId, customerId, deviceType } = assignment;
    if (deviceId !== null && deviceId !== device.id) continue;
    if (customerId !== null && customerId !== device.customerId) continue;
    if (deviceType !== null && deviceType !== device.type) continue;
    const weight =
      (deviceId === null ? 0 : 4) + (customerId === null ? 0 : 2) + (deviceType === null ? 0 : 1);
    if (!best || weight > best.weight) best = { profileId: assignment.profileId, weight };
  }
  return best?.profileId ?? null;
}

/** The rule by which the alert opens a ticket; null: by none. */
export function ticketRuleFor(
  rules: readonly TicketRule[],
  alert: { severity: Severity; deviceType: DeviceType | null },
): TicketRule | null {
  return (
    rules.find(
      ({ severities, deviceTypes }) =>
        severities.includes(alert.severity) &&
        (deviceTypes.length === 0 ||
          (alert.deviceType !== null && deviceTypes.includes(alert.deviceType))),
    ) ?? null
  );
}

/** Whether the profile wants a technician to hear of alerts of the severity. */
export function isToHear(
  hearing: AlertHearing,
  technician: { id: number; role: { id: number } },
  severity: Severity,
): boolean {
  if (!hearing.severities.includes(severity)) return false;
  if (hearing.roleIds.length === 0 && hearing.technicianIds.length === 0) return true;
  return (
    hearing.roleIds.includes(technician.role.id) || hearing.technicianIds.includes(technician.id)
  );
}
