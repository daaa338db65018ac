import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../data/alerts.ts';
import { useCan } from '../../data/session.ts';
import { ConvertWindow } from './convert-window.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useAlertChanges } from './use-alert-changes.ts';

/** What can be done with alerts that are not over: those of a list, or one on its page. */
export function AlertActions(props: { alerts: readonly AlertRow[]; onDone?: () => void }) {
  const { t } = useTranslation('alerts');
  const can = useCan();
  const [isConverting, converting] = useDisclosure(false);
  const { isBusy, change } = useAlertChanges(props.onDone);
  const { alerts } = props;
  const ids = alerts.map(({ id }) => id);
  const isAnyOpen = alerts.some(({ state }) => state === 'open');
  const mayConvert =
    (can('tickets.create') || can('tickets.update')) && alerts.some(({ ticket }) => !ticket);
  return (
    <>
      {isAnyOpen ? (
        <Button
          variant="default"
          disabled={isBusy}
          onClick={() => change({ ids, state: 'acknowledged' })}
        >
          {t('actions.acknowledge')}
        </Button>
      ) : (
        <Button variant="default" disabled={isBusy} onClick={() => change({ ids, state: 'open' })}>
          {t('actions.open')}
        </Button>
      )}
      <SnoozeMenu
        isBusy={isBusy}
        onSnooze={(until) => change({ ids, state: 'snoozed', snoozedUntil: until.toISOString() })}
      />
      <Button
        variant="default"
        disabled={isBusy}
        onClick={() => change({ ids, state: 'resolved' })}
      >
        {t('actions.resolve')}
      </Button>
      {mayConvert && (
        <Button variant="default" disabled={isBusy} onClick={converting.open}>
          {t('actions.convert')}
        </Button>
      )}
      {isConverting && (
        <ConvertWindow
          alerts={alerts}
          onClose={converting.close}
          onDone={() => {
            converting.close();
            props.onDone?.();
          }}
        />
      )}
    </>
  );
}
