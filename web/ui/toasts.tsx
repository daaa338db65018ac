import { Notifications } from '@mantine/notifications';

/** Where toasts appear. Those that were raised before it is there are shown as soon as it is. */
export function Toasts() {
  return <Notifications position="bottom-right" autoClose={6000} />;
}
