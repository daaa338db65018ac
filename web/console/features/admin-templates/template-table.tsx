import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/languages.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import type { TemplateRow } from '../../data/templates.ts';
import { WideTable } from '../../parts/wide-table.tsx';

/** Mails to one audience: when each is sent, and in which languages its text is the company's own. */
export function TemplateTable(props: { label: string; templates: TemplateRow[] }) {
  const { t } = useTranslation('templates');
  return (
    <WideTable label={props.label} minWidth="20rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th w="32%">{t('languages')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.templates.map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({ row }: { row: TemplateRow }) {
  const { t } = useTranslation('templates');
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={2} align="flex-start">
          <Group gap="xs">
            <AnchorLink to="/admin/templates/$name" params={{ name: row.name }} fw={600}>
              {t(`mails.${row.name}.title`)}
            </AnchorLink>
            {row.isSwitchedOff && (
              <Badge variant="light" color="gray" tt="none">
                {t('off')}
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {row.isForNewContacts && `${row.name} · `}
            {t(`mails.${row.name}.when`)}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td>
        <OwnLanguages row={row} />
      </Table.Td>
    </Table.Tr>
  );
}

function OwnLanguages({ row }: { row: TemplateRow }) {
  const { t } = useTranslation('templates');
  const own = LANGUAGES.filter((language) => row.ownLanguages.includes(language));
  if (own.length === 0) {
    return (
      <Text inherit c="dimmed">
        {t('original')}
      </Text>
    );
  }
  return (
    <Group gap="xs">
      {own.map((language) => (
        <Badge key={language} variant="light" tt="none">
          {LANGUAGE_NAMES[language]}
        </Badge>
      ))}
    </Group>
  );
}
