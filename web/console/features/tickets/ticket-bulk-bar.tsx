import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '#shared/tickets.ts';
import type { TicketRow } from '#web/api/types.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { PriorityMark, StatusBadge } from '#web/ui/ticket-marks.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { BulkBar } from '../../parts/bulk-bar.tsx';
import type { RowChoice } from '../../parts/use-row-choice.ts';
import { AssignWindow } from './assign-window.tsx';
import { type BulkChange, useBulkChange } from './use-bulk-change.ts';

/** What can be done with the tickets that are ticked. */
export function TicketBulkBar({ choice }: { choice: RowChoice<TicketRow> }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const me = useSession().technician.id;
  const [isAsking, asking] = useDisclosure(false);
  const changing = useBulkChange(choice.chosen, () => {
    asking.close();
    choice.clear();
  });
  const change = (to: BulkChange) => {
    if (!changing.isPending) changing.mutate(to, { onError: notifyProblem });
  };
  const isBusy = changing.isPending;
  return (
    <>
      <BulkBar label={t('tickets.bulk.title')} choice={choice}>
        <ChangeMenu label={t('tickets.bulk.assign')} isBusy={isBusy}>
          <Menu.Item onClick={() => change({ assigneeId: me })}>
            {t('tickets.assignToMe')}
          </Menu.Item>
          {can('technicians.view') && (
            <Menu.Item
              onClick={() => {
                // What failed before is no news in the window.
                changing.reset();
                asking.open();
              }}
            >
              {t('tickets.bulk.chooseTechnician')}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => change({ assigneeId: null })}>
            {t('tickets.unassign')}
          </Menu.Item>
        </ChangeMenu>
        <ChangeMenu label={t('tickets.status')} isBusy={isBusy}>
          {TICKET_STATUSES.map((status) => (
            <Menu.Item key={status} onClick={() => change({ status })}>
              <StatusBadge status={status} />
            </Menu.Item>
          ))}
        </ChangeMenu>
        <ChangeMenu label={t('tickets.priority')} isBusy={isBusy}>
          {TICKET_PRIORITIES.map((priority) => (
            <Menu.Item key={priority} onClick={() => change({ priority })}>
              <PriorityMark priority={priority} />
            </Menu.Item>
          ))}
        </ChangeMenu>
      </BulkBar>
      {isAsking && (
        <AssignWindow
          tickets={choice.chosen}
          isBusy={isBusy}
          error={changing.error}
          onAssign={(assigneeId) => {
            if (!isBusy) changing.mutate({ assigneeId });
          }}
          onClose={asking.close}
        />
      )}
    </>
  );
}

function ChangeMenu(props: { label: string; isBusy: boolean; children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          px="sm"
          disabled={props.isBusy}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {props.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{props.children}</Menu.Dropdown>
    </Menu>
  );
}
