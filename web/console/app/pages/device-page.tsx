import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../data/session.ts';
import { AlertsOfDevice } from '../../features/alerts/alerts-of-device.tsx';
import { ChecksOfDevice } from '../../features/checks/checks-of-device.tsx';
import { DeviceView } from '../../features/devices/device-view.tsx';
import { TicketsOf } from '../../features/tickets/tickets-of.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function DevicePage() {
  const { t } = useTranslation(['devices', 'checks']);
  const { id = '' } = useParams({ strict: false });
  const can = useCan();
  return (
    <RecordBoundary id={id}>
      {(deviceId) => (
        <DeviceView
          key={deviceId}
          id={deviceId}
          {...(can('alerts.view') && { alerts: <AlertsOfDevice deviceId={deviceId} /> })}
          checks={{
            value: 'checks',
            label: t('checks:title'),
            content: <ChecksOfDevice deviceId={deviceId} />,
          }}
          tabs={
            can('tickets.view')
              ? [
                  {
                    value: 'tickets',
                    label: t('tickets'),
                    content: <TicketsOf deviceId={deviceId} />,
                  },
                ]
              : []
          }
        />
      )}
    </RecordBoundary>
  );
}
