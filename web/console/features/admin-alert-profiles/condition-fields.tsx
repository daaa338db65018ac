import { Button, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AGENT_LIMITS } from '#shared/agent-protocol.ts';
import { ALERT_LIMITS, CONDITION_KINDS, CONDITION_LIMITS, SEVERITIES } from '#shared/alerts.ts';
import { DeviceTypesSelect } from './device-types-select.tsx';
import { ListPart } from './list-part.tsx';
import {
  type ConditionValues,
  newCondition,
  ofKind,
  type ProfileValues,
} from './profile-values.ts';

type Form = UseFormReturnType<ProfileValues>;

/** What counts as a problem. */
export function ConditionFields({ form }: { form: Form }) {
  const { t } = useTranslation('alerts');
  const { conditions } = form.values;
  return (
    <section>
      <Title order={2}>{t('conditions.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('conditions.lead')}
      </Text>
      <Stack>
        {conditions.map((condition, index) => (
          <Condition key={condition.id} form={form} condition={condition} index={index} />
        ))}
        {form.errors.conditions && (
          <Text c="var(--mantine-color-error)" size="sm" role="alert">
            {form.errors.conditions}
          </Text>
        )}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            disabled={conditions.length >= ALERT_LIMITS.conditionsPerProfile}
            onClick={() => form.insertListItem('conditions', newCondition())}
          >
            {t('conditions.add')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}

function Condition(props: { form: Form; condition: ConditionValues; index: number }) {
  const { t } = useTranslation('alerts');
  const { form, condition, index } = props;
  const at = `conditions.${index}`;
  return (
    <ListPart
      legend={t('conditions.one', { number: index + 1 })}
      removeLabel={t('conditions.remove', { number: index + 1 })}
      onRemove={() => form.removeListItem('conditions', index)}
    >
      <Select
        label={t('conditions.kind')}
        allowDeselect={false}
        data={CONDITION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={condition.kind}
        onChange={(value) => {
          const kind = CONDITION_KINDS.find((known) => known === value);
          if (kind) form.setFieldValue(at, ofKind(condition, kind));
        }}
      />
      <Select
        label={t('severity')}
        allowDeselect={false}
        data={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))}
        {...form.getInputProps(`${at}.severity`)}
      />
      <Measure form={form} condition={condition} at={at} />
      <NumberInput
        label={t('conditions.minutes')}
        {...(condition.kind === 'offline' && { description: t('conditions.offlineHint') })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={0}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps(`${at}.minutes`)}
      />
      {condition.kind === 'disk' && (
        <TextInput
          label={t('conditions.volume')}
          placeholder={t('conditions.allVolumes')}
          maxLength={AGENT_LIMITS.textChars}
          {...form.getInputProps(`${at}.target`)}
        />
      )}
      {condition.kind === 'service' && (
        <TextInput
          label={t('conditions.service')}
          maxLength={AGENT_LIMITS.textChars}
          {...form.getInputProps(`${at}.target`)}
        />
      )}
      <DeviceTypesSelect
        value={condition.deviceTypes}
        onChange={(types) => form.setFieldValue(`${at}.deviceTypes`, types)}
      />
    </ListPart>
  );
}

/** The limit, and how far back a value has to go, for kinds that have them. */
function Measure(props: { form: Form; condition: ConditionValues; at: string }) {
  const { t } = useTranslation('alerts');
  const { form, condition, at } = props;
  const measure = CONDITION_LIMITS[condition.kind];
  if (!measure) return null;
  const suffix = measure.unit === 'daysLeft' ? undefined : '\u00a0%';
  return (
    <>
      <NumberInput
        label={t(`conditions.${measure.unit}`)}
        suffix={suffix}
        allowNegative={false}
        {...form.getInputProps(`${at}.limit`)}
      />
      {measure.hasHysteresis && (
        <NumberInput
          label={t('conditions.hysteresis')}
          description={t('conditions.hysteresisHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          suffix={suffix}
          min={0}
          max={50}
          allowNegative={false}
          {...form.getInputProps(`${at}.hysteresis`)}
        />
      )}
    </>
  );
}
