import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, momentAt } from '#web/i18n/zoned-day.ts';
import { useSession } from '../../data/session.ts';
import { snoozeTimes } from './snooze-times.ts';

/** A button that asks until when, by a handful of usual times or one of one's own. */
export function SnoozeMenu(props: { isBusy: boolean; onSnooze: (until: Date) => void }) {
  const { t, i18n } = useTranslation('alerts');
  const timeZone = useSession().technician.timeZone ?? undefined;
  const [isChoosing, choosing] = useDisclosure(false);
  const now = new Date();
  const times = snoozeTimes(now, timeZone);
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', timeZone });
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            disabled={props.isBusy}
            rightSection={<IconChevronDown size="1rem" aria-hidden />}
          >
            {t('actions.snooze')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['hour', 'hours', 'tomorrow', 'monday'] as const).map((name) => (
            <Menu.Item
              key={name}
              onClick={() => props.onSnooze(snoozeTimes(new Date(), timeZone)[name])}
            >
              {t(`snooze.${name}`, { time: clock.format(times[name]) })}
            </Menu.Item>
          ))}
          <Menu.Item onClick={choosing.open}>{t('snooze.choose')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && (
        <SnoozeWindow
          first={clockTime(times.tomorrow, timeZone)}
          timeZone={timeZone}
          onClose={choosing.close}
          onSnooze={(until) => {
            choosing.close();
            props.onSnooze(until);
          }}
        />
      )}
    </>
  );
}

function SnoozeWindow(props: {
  first: string;
  timeZone: string | undefined;
  onClose: () => void;
  onSnooze: (until: Date) => void;
}) {
  const { t } = useTranslation(['alerts', 'common']);
  const [value, setValue] = useState(props.first);
  const [isWrong, setWrong] = useState(false);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('snooze.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const until = momentAt(value, props.timeZone);
          if (until && until.getTime() > Date.now()) props.onSnooze(until);
          else setWrong(true);
        }}
      >
        <Stack>
          <TextInput
            type="datetime-local"
            label={t('snooze.until')}
            data-autofocus
            value={value}
            error={isWrong && t('snooze.past')}
            onChange={({ currentTarget }) => {
              setValue(currentTarget.value);
              setWrong(false);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t('actions.snooze')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
