import { Button, Select, Stack, Switch, Text, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ALERT_LIMITS } from '#shared/alerts.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';
import { DeviceTypesSelect } from './device-types-select.tsx';
import { ListPart } from './list-part.tsx';
import { newRule, type ProfileValues } from './profile-values.ts';
import { SeverityBoxes } from './severity-boxes.tsx';

type Form = UseFormReturnType<ProfileValues>;

/** Which alerts open tickets by themselves, and what closes with what. */
export function RuleFields({ form }: { form: Form }) {
  const { t } = useTranslation('alerts');
  const { ticketRules } = form.values;
  return (
    <section>
      <Title order={2}>{t('rules.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(ticketRules.length === 0 ? 'rules.none' : 'rules.lead')}
      </Text>
      <Stack>
        {ticketRules.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name but their place
          <Rule key={index} form={form} index={index} />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            disabled={ticketRules.length >= ALERT_LIMITS.rulesPerProfile}
            onClick={() => form.insertListItem('ticketRules', newRule())}
          >
            {t('rules.add')}
          </Button>
        </div>
        <Switch
          label={t('rules.solvesTickets')}
          {...form.getInputProps('solvesTickets', { type: 'checkbox' })}
        />
        <Switch
          label={t('rules.resolvesAlerts')}
          {...form.getInputProps('resolvesAlerts', { type: 'checkbox' })}
        />
      </Stack>
    </section>
  );
}

function Rule({ form, index }: { form: Form; index: number }) {
  const { t } = useTranslation(['alerts', 'common']);
  const can = useCan();
  const technicians = useQuery({ ...techniciansQuery, enabled: can('technicians.view') });
  const rule = form.values.ticketRules[index];
  const at = `ticketRules.${index}`;
  if (!rule) return null;
  return (
    <ListPart
      legend={t('rules.one', { number: index + 1 })}
      removeLabel={t('rules.remove', { number: index + 1 })}
      onRemove={() => form.removeListItem('ticketRules', index)}
    >
      <SeverityBoxes
        label={t('rules.severities')}
        value={rule.severities}
        error={form.errors[`${at}.severities`]}
        onChange={(severities) => form.setFieldValue(`${at}.severities`, severities)}
      />
      <DeviceTypesSelect
        value={rule.deviceTypes}
        onChange={(types) => form.setFieldValue(`${at}.deviceTypes`, types)}
      />
      <TechnicianSelect
        label={t('convert.assignee')}
        placeholder={t('convert.nobody')}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': t('clear') }}
        people={(technicians.data?.items ?? []).map(selectable)}
        {...form.getInputProps(`${at}.assigneeId`)}
      />
      <Select
        label={t('convert.priority')}
        allowDeselect={false}
        data={TICKET_PRIORITIES.map((value) => ({
          value,
          label: t(`common:ticketPriority.${value}`),
        }))}
        {...form.getInputProps(`${at}.priority`)}
      />
    </ListPart>
  );
}
