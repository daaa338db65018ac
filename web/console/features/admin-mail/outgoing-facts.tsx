import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import type { OutboundMessage } from '../../data/mail.ts';
import { Fact, Facts } from './facts.tsx';

export function OutgoingFacts({ mail }: { mail: OutboundMessage }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  return (
    <Paper p="md">
      <Facts>
        <Fact label={t('outgoing.from')}>{`${mail.fromName} <${mail.from}>`}</Fact>
        <Fact label={t('outgoing.to')}>{mail.to.join(', ')}</Fact>
        {mail.cc.length > 0 && <Fact label={t('outgoing.cc')}>{mail.cc.join(', ')}</Fact>}
        <Fact label={t('outgoing.created')}>{formats.dateTime(mail.createdAt)}</Fact>
        {mail.sentAt && <Fact label={t('outgoing.sent')}>{formats.dateTime(mail.sentAt)}</Fact>}
        <Fact label={t('outgoing.attempts')}>{formats.number(mail.attempts)}</Fact>
        {mail.state === 'queued' && mail.nextAttemptAt && (
          <Fact label={t('outgoing.nextAttempt')}>{formats.dateTime(mail.nextAttemptAt)}</Fact>
        )}
        {mail.error && (
          <Fact label={t('outgoing.error')}>
            <Text inherit lang="en">
              {mail.error}
            </Text>
          </Fact>
        )}
        <Fact label={t('outgoing.messageId')}>{mail.messageId}</Fact>
      </Facts>
    </Paper>
  );
}
