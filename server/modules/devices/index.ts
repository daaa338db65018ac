/** The machines of the customers: what they are, how they fare, and whether they are there. */
export { announceDevice } from './announce-device.ts';
export { type LockedDevice, lockDevice, noteChecked } from './device-reports.queries.ts';
export { findDeviceOfMachine, insertDevice } from './devices.queries.ts';
export { devicesRoutes } from './devices.routes.ts';
export {
  countDevices,
  findDevice,
  getDevice,
  listDevices,
  requireCustomer,
} from './devices.ts';
export { type DevicePageView, DeviceView } from './devices.views.ts';
export { takeInventory, takeSamples } from './take-samples.ts';
export { devicesScheduledJobs, mayJudgeSilence } from './watch-devices.ts';
