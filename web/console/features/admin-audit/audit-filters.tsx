import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../data/audit.ts';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { useAuditWords } from './audit-words.ts';

export function AuditFilters(props: {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}) {
  const { t } = useTranslation('admin');
  const words = useAuditWords();
  const maySeeTechnicians = useCan()('technicians.view');
  const technicians = useQuery({ ...techniciansQuery, enabled: maySeeTechnicians });
  const { filter, onFilter } = props;
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);
  const shared = { clearable: true, searchable: true, placeholder: t('audit.any') };
  return (
    <Group mb="md" gap="md" align="flex-end">
      <Select
        {...shared}
        label={t('audit.filterAction')}
        data={words.actions.map((value) => ({ value, label: words.action(value) })).sort(byLabel)}
        value={filter.action ?? null}
        onChange={(action) => onFilter({ ...filter, action: action ?? undefined })}
      />
      {maySeeTechnicians && (
        <Select
          {...shared}
          label={t('audit.filterWho')}
          data={(technicians.data?.items ?? []).map(({ id, firstName, lastName }) => ({
            value: String(id),
            label: `${firstName} ${lastName}`,
          }))}
          value={filter.actorId === undefined ? null : String(filter.actorId)}
          onChange={(id) => onFilter({ ...filter, actorId: Number(id) || undefined })}
        />
      )}
      <Select
        {...shared}
        label={t('audit.filterSubject')}
        data={words.kinds.map((value) => ({ value, label: words.kind(value) })).sort(byLabel)}
        value={filter.subjectKind ?? null}
        onChange={(subjectKind) => onFilter({ ...filter, subjectKind: subjectKind ?? undefined })}
      />
    </Group>
  );
}
