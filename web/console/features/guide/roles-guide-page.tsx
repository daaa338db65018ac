import { Box, List, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PERMISSION_AREAS } from '../../parts/permission-areas.ts';
import { WideTable } from '../../parts/wide-table.tsx';

/** "Create user roles and permissions", the page of the guide that Admin > Roles links to. */
export function RolesGuidePage() {
  const { t } = useTranslation('guide');
  return (
    <Box maw="48rem">
      <PageHeader title={t('roles.title')} />
      <Stack gap="lg">
        <Text>{t('roles.lead')}</Text>
        <Section title={t('roles.builtIn.title')}>
          <Text>{t('roles.builtIn.admin')}</Text>
          <Text>{t('roles.builtIn.technician')}</Text>
        </Section>
        <Section title={t('roles.create.title')}>
          <List type="ordered" spacing="xs">
            <List.Item>
              <Trans
                t={t}
                i18nKey="roles.create.step1"
                components={{ page: <AnchorLink to="/admin/roles" underline="always" /> }}
              />
            </List.Item>
            <List.Item>{t('roles.create.step2')}</List.Item>
            <List.Item>{t('roles.create.step3')}</List.Item>
            <List.Item>{t('roles.create.step4')}</List.Item>
          </List>
        </Section>
        <Section title={t('roles.assign.title')}>
          <List type="ordered" spacing="xs">
            <List.Item>
              <Trans
                t={t}
                i18nKey="roles.assign.step1"
                components={{ page: <AnchorLink to="/admin/technicians" underline="always" /> }}
              />
            </List.Item>
            <List.Item>{t('roles.assign.step2')}</List.Item>
          </List>
        </Section>
        <Section title={t('roles.effect.title')}>
          <Text>{t('roles.effect.role')}</Text>
          <Text>{t('roles.effect.technician')}</Text>
        </Section>
        <Section title={t('roles.limit.title')}>
          <Text>{t('roles.limit.seen')}</Text>
          <Text>{t('roles.limit.company')}</Text>
          <Text>{t('roles.limit.tickets')}</Text>
          <Text>{t('roles.limit.domains')}</Text>
        </Section>
        <Section title={t('roles.twoFactor.title')}>
          <Text>{t('roles.twoFactor.text')}</Text>
        </Section>
        <Section title={t('roles.remove.title')}>
          <Text>{t('roles.remove.text')}</Text>
        </Section>
        <Section title={t('roles.permissions.title')}>
          <Permissions />
          <Text>{t('roles.audit')}</Text>
        </Section>
      </Stack>
    </Box>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {props.title}
      </Title>
      <Stack gap="sm">{props.children}</Stack>
    </section>
  );
}

function Permissions() {
  const { t } = useTranslation(['admin', 'guide']);
  return (
    <WideTable label={t('guide:roles.permissions.title')} minWidth="20rem" isReadOnly>
      <Table.Tbody>
        {PERMISSION_AREAS.map(([area, permissions]) =>
          permissions.map((permission, index) => (
            <Table.Tr key={permission}>
              {index === 0 && (
                <Table.Th
                  scope="rowgroup"
                  rowSpan={permissions.length}
                  style={{ verticalAlign: 'top' }}
                >
                  {t(`area.${area}`)}
                </Table.Th>
              )}
              <Table.Td>
                <Text inherit fw={500}>
                  {t(`permission.${permission}.label`)}
                </Text>
                <Text inherit>{t(`permission.${permission}.text`)}</Text>
              </Table.Td>
            </Table.Tr>
          )),
        )}
      </Table.Tbody>
    </WideTable>
  );
}
