import { Button, Group, Pill, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_AREAS, AUDIT_SUBJECTS } from '#shared/audit.ts';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import type { AuditSearch } from './audit-search.ts';
import { useAuditWords } from './audit-words.ts';

type Change = (search: Partial<AuditSearch>) => void;

export function AuditFilters(props: {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}) {
  const { t } = useTranslation('admin');
  const { search } = props;
  const change: Change = (part) => props.onSearch({ ...search, ...part });
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <Group mb="md" gap="sm" align="flex-end" role="search">
      <WhatFilter search={search} onChange={change} />
      <WhoFilter search={search} onChange={change} />
      <SubjectFilter search={search} onChange={change} />
      <TextInput
        type="date"
        w="9.5rem"
        label={t('audit.from')}
        max={search.to}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => change({ from: currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        w="9.5rem"
        label={t('audit.to')}
        min={search.from}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => change({ to: currentTarget.value || undefined })}
      />
      {search.subjectId !== undefined && (
        <Pill
          size="lg"
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('audit.reset'), 'aria-hidden': false, tabIndex: 0 }}
          onRemove={() => change({ subjectId: undefined, subjectName: undefined })}
        >
          {t('audit.onlyOn', { name: search.subjectName ?? search.subjectId })}
        </Pill>
      )}
      {isFiltered && (
        <Button variant="subtle" onClick={() => props.onSearch({})}>
          {t('audit.reset')}
        </Button>
      )}
    </Group>
  );
}

interface FilterProps {
  search: AuditSearch;
  onChange: Change;
}

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);

function useShared() {
  const { t } = useTranslation('admin');
  return {
    w: { base: '100%', xs: '11rem' },
    clearable: true,
    searchable: true,
    placeholder: t('audit.any'),
  };
}

/** One action, or all of an area. */
function WhatFilter({ search, onChange }: FilterProps) {
  const { t } = useTranslation('admin');
  const words = useAuditWords();
  return (
    <Select
      {...useShared()}
      label={t('audit.filterAction')}
      data={words.areas
        .map(({ area, label, actions }) => ({
          group: label,
          items: [
            { value: area, label: t('audit.everything', { area: label }) },
            ...actions.map((action) => ({ value: action.code, label: action.label })).sort(byLabel),
          ],
        }))
        .sort((a, b) => a.group.localeCompare(b.group))}
      value={search.action ?? search.area ?? null}
      onChange={(value) =>
        onChange({
          action: AUDIT_ACTIONS.find((each) => each === value),
          area: AUDIT_AREAS.find((each) => each === value),
        })
      }
    />
  );
}

/** One technician, or everybody of a kind. */
function WhoFilter({ search, onChange }: FilterProps) {
  const { t } = useTranslation('admin');
  const technicians = useQuery({ ...techniciansQuery, enabled: useCan()('technicians.view') });
  const people = (technicians.data?.items ?? []).map(({ id, firstName, lastName }) => ({
    value: String(id),
    label: `${firstName} ${lastName}`.trim(),
  }));
  const others = AUDIT_ACTORS.filter((kind) => kind !== 'technician').map((kind) => ({
    value: kind,
    label: t(`audit.actor.${kind}`),
  }));
  return (
    <Select
      {...useShared()}
      label={t('audit.filterWho')}
      data={[
        {
          group: t('audit.technicians'),
          items: [{ value: 'technician', label: t('audit.anyTechnician') }, ...people],
        },
        { group: t('audit.others'), items: others },
      ]}
      value={search.actorId === undefined ? (search.actorKind ?? null) : String(search.actorId)}
      onChange={(value) => {
        const kind = AUDIT_ACTORS.find((each) => each === value);
        const actorId = kind === undefined && value !== null ? Number(value) : undefined;
        onChange({ actorKind: actorId === undefined ? kind : 'technician', actorId });
      }}
    />
  );
}

function SubjectFilter({ search, onChange }: FilterProps) {
  const { t } = useTranslation('admin');
  const { subjects } = useAuditWords();
  return (
    <Select
      {...useShared()}
      label={t('audit.filterSubject')}
      data={subjects.map(({ code, label }) => ({ value: code, label })).sort(byLabel)}
      value={search.subjectKind ?? null}
      onChange={(value) =>
        onChange({
          subjectKind: AUDIT_SUBJECTS.find((each) => each === value),
          subjectId: undefined,
          subjectName: undefined,
        })
      }
    />
  );
}
