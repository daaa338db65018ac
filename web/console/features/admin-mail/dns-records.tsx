import { Badge, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import type { DnsRecord } from '../../data/mail.ts';
import classes from './dns-records.module.css';

/** The records to set where the domain is managed, each part ready to be copied. */
export function DnsRecords(props: { address: string; records: DnsRecord[] }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Text size="sm" c="dimmed" mt="md">
        {t('mailboxes.recordsHint')}
      </Text>
      <Stack
        component="ul"
        gap="lg"
        className={classes.records}
        aria-label={t('mailboxes.recordsOf', { address: props.address })}
      >
        {props.records.map((record) => (
          <li key={record.purpose}>
            <Group gap="sm" align="baseline" wrap="nowrap" mb="xs">
              <Badge variant="light" color="gray" flex="none">
                {record.type}
              </Badge>
              <Text size="sm">{t(`mailboxes.purposes.${record.purpose}`)}</Text>
            </Group>
            <dl className={classes.parts}>
              <Part name={t('mailboxes.host')} value={record.host} copy={t('mailboxes.copyHost')} />
              <Part
                name={t('mailboxes.value')}
                value={record.value}
                copy={t('mailboxes.copyValue')}
              />
            </dl>
          </li>
        ))}
      </Stack>
    </>
  );
}

function Part(props: { name: string; value: string; copy: string }) {
  return (
    <div className={classes.part}>
      <dt className={classes.name}>{props.name}</dt>
      <dd className={classes.value}>
        <Code className={classes.code}>{props.value}</Code>
        <CopyTextButton value={props.value} label={`${props.copy}: ${props.value}`} />
      </dd>
    </div>
  );
}
