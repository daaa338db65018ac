import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { isInRange, isNotEmpty, useForm } from '@mantine/form';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import type { NewEnrolmentToken } from '../../data/devices.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';

const DAYS_MAX = 365;
const USES_MAX = 10_000;

export function EnrolForm(props: {
  customerId: number | undefined;
  isBusy: boolean;
  error: unknown;
  onCreate: (token: NewEnrolmentToken) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation(['devices', 'common']);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<{
    customerId: string | null;
    name: string;
    validDays: number | string;
    usesMax: number | string;
  }>({
    initialValues: {
      customerId: props.customerId === undefined ? null : String(props.customerId),
      name: '',
      validDays: 7,
      usesMax: 25,
    },
    validate: {
      customerId: isNotEmpty(t('common:requiredField')),
      name: isNotEmpty(t('common:requiredField')),
      validDays: isInRange({ min: 1, max: DAYS_MAX }, t('enrol.between', { max: DAYS_MAX })),
      usesMax: isInRange({ min: 1, max: USES_MAX }, t('enrol.between', { max: USES_MAX })),
    },
  });
  const show = useEffectEvent((error: unknown) =>
    setProblem(error ? showFieldErrors(form, error) : null),
  );
  useEffect(() => show(props.error), [props.error]);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ customerId, name, validDays, usesMax }) =>
        props.onCreate({
          customerId: Number(customerId),
          name: name.trim(),
          validDays: Number(validDays),
          usesMax: Number(usesMax),
        }),
      )}
    >
      <Stack>
        <Text>{t('enrol.lead')}</Text>
        <CustomerSelect
          label={t('customer')}
          data-autofocus
          {...form.getInputProps('customerId')}
        />
        <TextInput
          label={t('enrol.name')}
          description={t('enrol.nameHint')}
          maxLength={LIMITS.nameChars}
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('enrol.days')}
            description={t('enrol.daysHint')}
            min={1}
            max={DAYS_MAX}
            allowDecimal={false}
            {...form.getInputProps('validDays')}
          />
          <NumberInput
            label={t('enrol.uses')}
            description={t('enrol.usesHint')}
            min={1}
            max={USES_MAX}
            allowDecimal={false}
            {...form.getInputProps('usesMax')}
          />
        </SimpleGrid>
        <ProblemAlert error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={props.isBusy}>
            {t('enrol.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
