import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { StatusBadge } from '#web/ui/ticket-marks.tsx';
import { linkedTicketsQuery } from '../../data/articles.ts';
import classes from './article-view.module.css';

/** Tickets that the article helped with. */
export function ArticleTickets({ id }: { id: number }) {
  const { t } = useTranslation('knowledge');
  const tickets = useQuery(linkedTicketsQuery(id)).data?.items ?? [];
  if (tickets.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('linkedTickets')}
      </Title>
      <ul className={classes.tickets}>
        {tickets.map(({ number, subject, status }) => (
          <li key={number}>
            <AnchorLink
              to="/tickets/$number"
              params={{ number: String(number) }}
              display="block"
              truncate
            >
              {`#${number} ${subject}`}
            </AnchorLink>
            <Group gap="xs">
              <StatusBadge status={status} />
            </Group>
          </li>
        ))}
      </ul>
      {tickets.length >= 50 && (
        <Text size="sm" c="dimmed">
          {t('newestOnly')}
        </Text>
      )}
    </section>
  );
}
