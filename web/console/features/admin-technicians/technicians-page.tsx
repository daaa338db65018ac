import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { InviteTechnicianModal } from './invite-technician-modal.tsx';
import { TechnicianTable } from './technician-table.tsx';

/** Admin > Technicians: who signs in to the console, and with which role. */
export function TechniciansPage() {
  const { t } = useTranslation('admin');
  const can = useCan();
  const technicians = useQuery(techniciansQuery);
  const [isInviting, setInviting] = useState(false);
  const mayManage = can('technicians.manage');
  return (
    <>
      <PageHeader
        title={t('technicians.title')}
        subtitle={t('technicians.lead')}
        actions={
          mayManage && (
            <Button
              leftSection={<IconUserPlus size="1rem" aria-hidden />}
              onClick={() => setInviting(true)}
            >
              {t('technicians.invite')}
            </Button>
          )
        }
      />
      {technicians.isPending && <LoadingRows />}
      {technicians.isError && (
        <ErrorState error={technicians.error} onRetry={() => void technicians.refetch()} />
      )}
      {technicians.data?.items.length === 0 && (
        <EmptyState icon={IconUsers} title={t('technicians.emptyTitle')} />
      )}
      {technicians.data && technicians.data.items.length > 0 && (
        <TechnicianTable technicians={technicians.data.items} />
      )}
      {isInviting && <InviteTechnicianModal onClose={() => setInviting(false)} />}
    </>
  );
}
