import { AddCheckedDevice } from '../../features/checks/new-checked-device.tsx';
import { DevicesPage } from '../../features/devices/devices-page.tsx';

/** Devices are added in two ways: by their agents, and as what the server looks at from outside. */
export function AllDevicesPage() {
  return <DevicesPage otherWay={<AddCheckedDevice />} />;
}
