import { ActionIcon, Menu, Table, Text } from '@mantine/core';
import { IconDots, IconList, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { type Check, runCheck } from '../../data/checks.ts';
import { CheckStateMark, OutcomeText } from './check-marks.tsx';
import classes from './check-table.module.css';

/** Where there is little room, what was seen and when stands below the name. */
export function CheckTable(props: {
  checks: Check[];
  mayChange: boolean;
  onOpen: (what: 'edit' | 'results' | 'remove', check: Check) => void;
}) {
  const { t } = useTranslation('checks');
  return (
    <div className={classes.room}>
      <Table className={classes.table} aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('check')}</Table.Th>
            <Table.Th className={classes.state}>{t('stateLabel')}</Table.Th>
            <Table.Th className={classes.seen}>{t('seen')}</Table.Th>
            <Table.Th className={classes.checked}>{t('checked')}</Table.Th>
            <Table.Th className={classes.day}>{t('day')}</Table.Th>
            <Table.Td className={classes.menu} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.checks.map((check) => (
            <Table.Tr key={check.id}>
              <Table.Td>
                <CheckName check={check} />
                <div className={classes.below}>
                  <LastResult check={check} />
                  {check.checkedAt && <RelativeTime at={check.checkedAt} c="dimmed" />}
                </div>
              </Table.Td>
              <Table.Td className={classes.state}>
                <CheckStateMark check={check} />
              </Table.Td>
              <Table.Td className={classes.seen}>
                <LastResult check={check} />
              </Table.Td>
              <Table.Td className={classes.checked}>
                {check.checkedAt && <RelativeTime at={check.checkedAt} />}
              </Table.Td>
              <Table.Td className={classes.day}>
                <FineOfDay percent={check.finePercentOfDay} />
              </Table.Td>
              <Table.Td className={classes.menu}>
                <CheckMenu {...props} check={check} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function CheckName({ check }: { check: Check }) {
  const { t } = useTranslation('checks');
  const formats = useFormats();
  const target = check.url ?? check.target;
  return (
    <>
      <Text inherit fw={500} style={{ overflowWrap: 'anywhere' }}>
        {check.name || target}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {check.name && `${target} · `}
        {t('everyMinutes', {
          count: check.everyMinutes,
          number: formats.number(check.everyMinutes),
        })}
      </Text>
      {check.certificateEndsAt && (
        <Text size="xs" c="dimmed">
          {t('certificateUntil', { date: formats.date(check.certificateEndsAt) })}
        </Text>
      )}
    </>
  );
}

function LastResult({ check }: { check: Check }) {
  return check.outcome && <OutcomeText {...check} outcome={check.outcome} />;
}

function FineOfDay({ percent }: { percent: number | null }) {
  const { t } = useTranslation('checks');
  const formats = useFormats();
  if (percent === null) return null;
  return <Text inherit>{t('percent', { number: formats.number(percent) })}</Text>;
}

function CheckMenu(props: {
  check: Check;
  mayChange: boolean;
  onOpen: (what: 'edit' | 'results' | 'remove', check: Check) => void;
}) {
  const { t } = useTranslation('checks');
  const { check, onOpen } = props;
  const running = useMutation({
    mutationFn: () => runCheck(check.id),
    onSuccess: () => notifyDone(t('running')),
    onError: notifyProblem,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('actions', { name: check.name || check.target })}
        >
          <IconDots size="1rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconList size="1rem" aria-hidden />}
          onClick={() => onOpen('results', check)}
        >
          {t('results')}
        </Menu.Item>
        {props.mayChange && (
          <>
            {check.isEnabled && (
              <Menu.Item
                leftSection={<IconPlayerPlay size="1rem" aria-hidden />}
                disabled={running.isPending}
                onClick={() => running.mutate()}
              >
                {t('runNow')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconPencil size="1rem" aria-hidden />}
              onClick={() => onOpen('edit', check)}
            >
              {t('edit')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size="1rem" aria-hidden />}
              onClick={() => onOpen('remove', check)}
            >
              {t('remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
