import { MultiSelect, Stack, Text, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../data/session.ts';
import { rolesQuery } from '../../data/team.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { selectable } from '../../parts/technician-select.tsx';
import type { ProfileValues } from './profile-values.ts';
import { SeverityBoxes } from './severity-boxes.tsx';

/** Who is told of alerts. */
export function HearingFields({ form }: { form: UseFormReturnType<ProfileValues> }) {
  const { t } = useTranslation('alerts');
  const can = useCan();
  const roles = useQuery(rolesQuery);
  const technicians = useQuery({ ...techniciansQuery, enabled: can('technicians.view') });
  return (
    <section>
      <Title order={2}>{t('hearing.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('hearing.lead')}
      </Text>
      <Stack maw="40rem">
        <SeverityBoxes
          label={t('hearing.severities')}
          value={form.values.hearing.severities}
          onChange={(severities) => form.setFieldValue('hearing.severities', severities)}
        />
        <MultiSelect
          label={t('hearing.roles')}
          searchable
          data={(roles.data?.items ?? []).map(({ id, name }) => ({
            value: String(id),
            label: name,
          }))}
          {...form.getInputProps('hearing.roleIds')}
        />
        <MultiSelect
          label={t('hearing.technicians')}
          searchable
          data={(technicians.data?.items ?? []).map(selectable).map(({ id, name }) => ({
            value: String(id),
            label: name,
          }))}
          {...form.getInputProps('hearing.technicianIds')}
        />
      </Stack>
    </section>
  );
}
