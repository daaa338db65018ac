import { Badge, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import type { PortalDomain } from '../../data/portal-address.ts';
import classes from './address.module.css';

type DnsRecord = PortalDomain['proof'];

/** The exact records to create, in two steps, each marked once it was found. */
export function PortalDomainRecords({ domain }: { domain: PortalDomain }) {
  const { t } = useTranslation('portal-address');
  const { problems, isProven, leadsHere, ways, isApex } = domain;
  const isProofThere = isProven && !problems.includes('proofMissing');
  return (
    <Stack gap="lg">
      <Step title={t('records.proof')} text={t('records.proofText')} isDone={isProofThere}>
        <RecordList records={[domain.proof]} />
      </Step>
      <Step
        title={t('records.lead')}
        text={isApex ? t('records.leadApex') : t('records.leadText')}
        isDone={leadsHere}
      >
        {ways.map(({ records }, position) => (
          <Stack key={records[0]?.type} gap="sm">
            {position > 0 && <Text size="sm">{t('records.instead')}</Text>}
            <RecordList records={records} />
          </Stack>
        ))}
        {ways.length === 0 && <Text size="sm">{t('records.askAddress')}</Text>}
      </Step>
    </Stack>
  );
}

function Step(props: { title: string; text: string; isDone: boolean; children: ReactNode }) {
  const { t } = useTranslation('portal-address');
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Title order={2} size="h5">
          {props.title}
        </Title>
        {props.isDone ? (
          <Badge
            variant="light"
            color="green"
            tt="none"
            leftSection={<IconCheck size="0.8rem" aria-hidden />}
          >
            {t('records.found')}
          </Badge>
        ) : (
          <Badge variant="light" color="gray" tt="none">
            {t('records.notFound')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {props.text}
      </Text>
      {props.children}
    </Stack>
  );
}

function RecordList({ records }: { records: readonly DnsRecord[] }) {
  const { t } = useTranslation('portal-address');
  return (
    <Stack component="ul" gap="sm" className={classes.records}>
      {records.map(({ type, host, value }) => (
        <li key={`${type} ${value}`}>
          <dl className={classes.record}>
            <dt>{t('records.type')}</dt>
            <dd>
              <Code className={classes.value}>{type}</Code>
            </dd>
            <dt>{t('records.name')}</dt>
            <dd>
              <Code className={classes.value}>{host}</Code>
              <CopyTextButton value={host} label={t('records.copyName', { name: host })} />
            </dd>
            <dt>{t('records.value')}</dt>
            <dd>
              <Code className={classes.value}>{value}</Code>
              <CopyTextButton value={value} label={t('records.copyValue', { value })} />
            </dd>
          </dl>
        </li>
      ))}
    </Stack>
  );
}
