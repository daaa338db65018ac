import { z } from 'zod';
import { DeviceView } from '#modules/devices/index.ts';

/**
 * A machine as contacts see it: nothing that only the support is to know, such as alerts, addresses, notes
 * and who else is signed in on it.
 */
export const PortalDeviceView = DeviceView.pick({
  id: true,
  name: true,
  type: true,
  os: true,
  state: true,
  lastSeenAt: true,
}).extend({
  openTicketCount: z.number().describe('Of those that the contact may see'),
});
export type PortalDeviceView = z.infer<typeof PortalDeviceView>;
