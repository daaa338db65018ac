import { Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { weekdayNames } from './weekdays.ts';
import type { WindowValues } from './window-values.ts';

/** From when to when; or on which days, from which time and how long. */
export function TimeFields({ form }: { form: UseFormReturnType<WindowValues> }) {
  const { t, i18n } = useTranslation('alerts');
  if (form.values.kind === 'once') {
    return (
      <>
        <TextInput
          type="datetime-local"
          label={t('maintenance.startsAt')}
          {...form.getInputProps('startsAt')}
        />
        <TextInput
          type="datetime-local"
          label={t('maintenance.endsAt')}
          {...form.getInputProps('endsAt')}
        />
      </>
    );
  }
  return (
    <>
      <Checkbox.Group label={t('maintenance.weekdays')} {...form.getInputProps('weekdays')}>
        <Group gap="md" mt="xs">
          {weekdayNames(i18n.language, 'short').map((name, index) => (
            <Checkbox key={name} value={String(index + 1)} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        type="time"
        label={t('maintenance.from')}
        description={t('maintenance.fromHint')}
        {...form.getInputProps('from')}
      />
      <NumberInput
        label={t('maintenance.minutes')}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps('minutes')}
      />
    </>
  );
}
