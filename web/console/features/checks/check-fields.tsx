import { Checkbox, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SEVERITIES, type Severity } from '#shared/alerts.ts';
import { CHECK_KINDS, CHECK_LIMITS, type CheckKind } from '#shared/checks.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Check, NewCheck } from '../../data/checks.ts';

interface CheckValues {
  kind: CheckKind;
  name: string;
  url: string;
  host: string;
  port: number | string;
  expectedStatus: number | string;
  expectedText: string;
  acceptsAnyCertificate: boolean;
  everyMinutes: number | string;
  failuresUntilAlert: number | string;
  severity: Severity;
  isEnabled: boolean;
}
export type CheckForm = UseFormReturnType<CheckValues>;

/** The form of a check: a new one, or one that is there. */
export function useCheckForm(check?: Check): CheckForm {
  const { t } = useTranslation(['checks', 'common']);
  const required = t('common:requiredField');
  return useForm<CheckValues>({
    initialValues: {
      kind: check?.kind ?? 'http',
      name: check?.name ?? '',
      url: check?.url ?? '',
      host: check?.host ?? '',
      port: check?.port ?? '',
      expectedStatus: check?.expectedStatus ?? '',
      expectedText: check?.expectedText ?? '',
      acceptsAnyCertificate: check?.acceptsAnyCertificate ?? false,
      everyMinutes: check?.everyMinutes ?? 5,
      failuresUntilAlert: check?.failuresUntilAlert ?? 2,
      severity: check?.severity ?? 'critical',
      isEnabled: check?.isEnabled ?? true,
    },
    validate: {
      url: (url, { kind }) => (kind === 'http' && url.trim() === '' ? required : null),
      host: (host, { kind }) => (kind === 'tcp' && host.trim() === '' ? required : null),
      port: (port, { kind }) => (kind === 'tcp' && port === '' ? required : null),
      everyMinutes: (minutes) => (minutes === '' ? required : null),
      failuresUntilAlert: (times) => (times === '' ? required : null),
    },
  });
}

/** What is sent of the form: of a page, or of a port. */
export function checkOf(values: CheckValues): NewCheck {
  const { kind, name, severity, isEnabled } = values;
  const common = {
    kind,
    name,
    severity,
    isEnabled,
    everyMinutes: Number(values.everyMinutes),
    failuresUntilAlert: Number(values.failuresUntilAlert),
  };
  if (kind === 'tcp') return { ...common, host: values.host, port: Number(values.port) };
  return {
    ...common,
    url: values.url,
    expectedStatus: values.expectedStatus === '' ? null : Number(values.expectedStatus),
    expectedText: values.expectedText,
    acceptsAnyCertificate: values.acceptsAnyCertificate,
  };
}

export function CheckFields(props: { form: CheckForm; isNew: boolean }) {
  const { t } = useTranslation('checks');
  const { form } = props;
  return (
    <Stack>
      <Select
        label={t('kindLabel')}
        allowDeselect={false}
        disabled={!props.isNew}
        data={CHECK_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'http' ? <PageFields form={form} /> : <PortFields form={form} />}
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        maxLength={LIMITS.nameChars}
        {...form.getInputProps('name')}
      />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <NumberInput
          label={t('every')}
          min={1}
          max={CHECK_LIMITS.everyMinutesMax}
          allowDecimal={false}
          {...form.getInputProps('everyMinutes')}
        />
        <NumberInput
          label={t('failures')}
          min={1}
          max={CHECK_LIMITS.failuresMax}
          allowDecimal={false}
          {...form.getInputProps('failuresUntilAlert')}
        />
        <Select
          label={t('severityLabel')}
          allowDeselect={false}
          data={SEVERITIES.map((severity) => ({
            value: severity,
            label: t(`severity.${severity}`),
          }))}
          {...form.getInputProps('severity')}
        />
      </Group>
      {!props.isNew && (
        <Switch label={t('enabled')} {...form.getInputProps('isEnabled', { type: 'checkbox' })} />
      )}
    </Stack>
  );
}

function PageFields({ form }: { form: CheckForm }) {
  const { t } = useTranslation('checks');
  return (
    <>
      <TextInput
        label={t('url')}
        description={t('urlHint')}
        inputMode="url"
        maxLength={CHECK_LIMITS.urlChars}
        {...form.getInputProps('url')}
      />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <NumberInput
          label={t('status')}
          description={t('statusHint')}
          min={100}
          max={599}
          allowDecimal={false}
          {...form.getInputProps('expectedStatus')}
        />
        <TextInput
          label={t('text')}
          description={t('textHint')}
          maxLength={CHECK_LIMITS.textChars}
          {...form.getInputProps('expectedText')}
        />
      </Group>
      <Checkbox
        label={t('anyCertificate')}
        {...form.getInputProps('acceptsAnyCertificate', { type: 'checkbox' })}
      />
    </>
  );
}

function PortFields({ form }: { form: CheckForm }) {
  const { t } = useTranslation('checks');
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <TextInput label={t('host')} maxLength={253} {...form.getInputProps('host')} />
      <NumberInput
        label={t('port')}
        min={1}
        max={65_535}
        allowDecimal={false}
        thousandSeparator=""
        {...form.getInputProps('port')}
      />
    </Group>
  );
}
