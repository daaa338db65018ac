import { Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InboundMessage } from '../../data/mail.ts';
import { useWord } from './mail-words.ts';

/** "Why did this mail go here?": what each step found, in its order. */
export function IncomingSteps({ mail }: { mail: InboundMessage }) {
  const { t } = useTranslation('admin');
  const word = useWord();
  return (
    <section aria-labelledby="why">
      <Title order={2} id="why" mb="md">
        {t('incoming.why')}
      </Title>
      {mail.state === 'received' && (
        <Text c="dimmed" mb="md" role="status">
          {t('incoming.pending')}
        </Text>
      )}
      {mail.steps.length === 0 && mail.state !== 'received' && (
        <Text c="dimmed">{t('incoming.noSteps')}</Text>
      )}
      <Timeline active={mail.steps.length} bulletSize="1rem" lineWidth={2}>
        {mail.steps.map(({ step, outcome, detail }, position) => (
          <Timeline.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are a record that never moves
            key={position}
            title={
              <Text fw={600} size="sm">
                {word(`step.${step}`, step)}
              </Text>
            }
          >
            <Text>{word(`outcome.${step}.${outcome}`, outcome)}</Text>
            {detail !== '' && (
              <Text size="sm" c="dimmed" lang="en">
                {detail}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
