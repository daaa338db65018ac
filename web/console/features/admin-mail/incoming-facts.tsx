import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import type { InboundMessage } from '../../data/mail.ts';
import { Fact, Facts } from './facts.tsx';

/** What the envelope and the head of the mail say. */
export function IncomingFacts({ mail }: { mail: InboundMessage }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const from: ReactNode = mail.from
    ? `${mail.from.name} <${mail.from.address}>`.trim()
    : t('incoming.noSender');
  return (
    <Paper p="md" component="section" aria-labelledby="facts">
      <Title order={2} id="facts" mb="sm">
        {t('incoming.facts')}
      </Title>
      <Facts>
        <Fact label={t('incoming.from')}>{from}</Fact>
        <Fact label={t('incoming.envelopeFrom')}>
          {mail.envelopeFrom || <Text inherit>{t('incoming.nullSender')}</Text>}
        </Fact>
        <Fact label={t('incoming.envelopeTo')}>{mail.envelopeTo.join(', ')}</Fact>
        {mail.remoteIp && <Fact label={t('incoming.remoteIp')}>{mail.remoteIp}</Fact>}
        {mail.messageId && <Fact label={t('incoming.messageId')}>{mail.messageId}</Fact>}
        <Fact label={t('incoming.received')}>{formats.dateTime(mail.receivedAt)}</Fact>
        <Fact label={t('incoming.size')}>{formats.bytes(mail.sizeBytes)}</Fact>
      </Facts>
    </Paper>
  );
}
