import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { numberOf } from '../../parts/list-address.ts';
import { DeviceList } from './device-list.tsx';
import { cleanDeviceSearch } from './device-search.ts';
import { EnrolWindow } from './enrol-window.tsx';

/** The machines of the customers. */
export function DevicesPage(props: {
  /** Adds a device without an agent. */
  otherWay?: ReactNode;
}) {
  const { t } = useTranslation('devices');
  const can = useCan();
  const mayEnrol = can('devices.manage');
  const search = cleanDeviceSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [isEnrolling, enrolling] = useDisclosure(false);
  if (!can('devices.view')) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader
        title={t('title')}
        actions={
          mayEnrol && (
            <>
              {props.otherWay}
              <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={enrolling.open}>
                {t('enrol.open')}
              </Button>
            </>
          )
        }
      />
      <DeviceList
        search={search}
        onSearch={(next) => void navigate({ to: '/devices', search: next, replace: true })}
        onEnrol={mayEnrol ? enrolling.open : undefined}
      />
      {isEnrolling && (
        <EnrolWindow customerId={numberOf(search.customer)} onClose={enrolling.close} />
      )}
    </div>
  );
}
