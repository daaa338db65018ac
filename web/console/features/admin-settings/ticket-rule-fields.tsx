import { Fieldset, Group, NumberInput, Select, Stack, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { SettingsValues } from './settings-form.tsx';

const DAYS_AT_FIRST = 14;

/** What becomes of tickets that are over, and how the next ones are numbered. */
export function TicketRuleFields({ form }: { form: UseFormReturnType<SettingsValues> }) {
  const { t } = useTranslation('portal-settings');
  const { closeResolvedAfterDays } = form.values;
  return (
    <Fieldset legend={t('rules.after')}>
      <Stack>
        <ReopeningField form={form} name="reopenResolvedWithinDays" label={t('rules.resolved')} />
        <ReopeningField
          form={form}
          name="reopenClosedWithinDays"
          label={t('rules.closed')}
          description={t('rules.hint')}
        />
        <Switch
          label={t('rules.close')}
          description={t('rules.closeHint')}
          checked={closeResolvedAfterDays !== null}
          onChange={({ currentTarget: { checked } }) =>
            form.setFieldValue('closeResolvedAfterDays', checked ? DAYS_AT_FIRST : null)
          }
        />
        {closeResolvedAfterDays !== null && (
          <NumberInput
            label={t('rules.closeDays')}
            maw="12rem"
            min={1}
            max={LIMITS.ruleDaysMax}
            allowDecimal={false}
            {...form.getInputProps('closeResolvedAfterDays')}
          />
        )}
        <NumberInput
          label={t('rules.number')}
          description={t('rules.numberHint')}
          maw="16rem"
          min={1}
          max={LIMITS.ticketNumberMax}
          allowDecimal={false}
          {...form.getInputProps('nextTicketNumber')}
        />
      </Stack>
    </Fieldset>
  );
}

/** Always, for some days, or never: kept as a number of days, null for always. */
function ReopeningField(props: {
  form: UseFormReturnType<SettingsValues>;
  name: 'reopenResolvedWithinDays' | 'reopenClosedWithinDays';
  label: string;
  description?: string;
}) {
  const { t } = useTranslation('portal-settings');
  const { form, name } = props;
  const days = form.values[name];
  const choice = days === null ? 'always' : days === 0 ? 'never' : 'within';
  const daysOf = { always: null, never: 0, within: DAYS_AT_FIRST };
  return (
    <Group gap="sm" align="flex-end">
      <Select
        flex="1 1 16rem"
        label={props.label}
        description={props.description}
        data={(['always', 'within', 'never'] as const).map((value) => ({
          value,
          label: t(`rules.${value}`),
        }))}
        value={choice}
        allowDeselect={false}
        error={choice !== 'within' && form.errors[name]}
        onChange={(value) => {
          if (value && value !== choice) form.setFieldValue(name, daysOf[value as 'always']);
        }}
      />
      {choice === 'within' && (
        <NumberInput
          label={t('rules.days')}
          w="6rem"
          min={1}
          max={LIMITS.ruleDaysMax}
          allowDecimal={false}
          {...form.getInputProps(name)}
        />
      )}
    </Group>
  );
}
