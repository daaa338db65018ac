import { ActionIcon, Code, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AUDIT_SUBJECTS } from '#shared/audit.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { AuditEntry } from '../../data/audit.ts';
import { useProfileName } from '../../parts/profile-name.ts';
import { useAuditWords } from './audit-words.ts';

export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('admin');
  const words = useAuditWords();
  const [isOpen, { toggle }] = useDisclosure(false);
  // What acts by itself has names for the log only ("sign-in", "mailroom").
  const isPerson = entry.actor.name !== '' && !['system', 'nobody'].includes(entry.actor.kind);
  const hasDetails = Object.keys(entry.details).length > 0;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <RelativeTime at={entry.createdAt} />
        </Table.Td>
        <Table.Td>
          {isPerson ? entry.actor.name : t(`audit.actor.${entry.actor.kind}`)}
          {isPerson && entry.actor.kind !== 'technician' && (
            <Text size="sm" c="dimmed">
              {t(`audit.actor.${entry.actor.kind}`)}
            </Text>
          )}
        </Table.Td>
        <Table.Td>{words.action(entry.action)}</Table.Td>
        <Table.Td>
          <Subject entry={entry} />
          {entry.subjectKind && (
            <Text size="sm" c="dimmed">
              {words.subject(entry.subjectKind)}
            </Text>
          )}
        </Table.Td>
        <Table.Td>{entry.ip}</Table.Td>
        <Table.Td align="right">
          {hasDetails && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'audit.hideDetails' : 'audit.showDetails')}
              onClick={toggle}
            >
              <Chevron size="1rem" />
            </ActionIcon>
          )}
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={6}>
            <Code block>{JSON.stringify(entry.details, null, 2)}</Code>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** What the entry is about; leads to all that was ever done with it. */
function Subject({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('admin');
  const nameOf = useProfileName();
  const { subjectKind, subjectId, details } = entry;
  const isDefault = subjectKind === 'alertProfile' && details.isDefault === true;
  const name = nameOf({ name: entry.subjectName ?? '', isDefault });
  const kind = AUDIT_SUBJECTS.find((each) => each === subjectKind);
  if (!name || !kind || subjectId === null) return name;
  return (
    <AnchorLink
      to="/admin/audit"
      search={{ subjectKind: kind, subjectId, subjectName: name }}
      title={t('audit.onlyThis', { name })}
    >
      {name}
    </AnchorLink>
  );
}
