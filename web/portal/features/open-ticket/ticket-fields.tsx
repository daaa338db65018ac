import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  type TicketImpact,
  type TicketPriority,
} from '#shared/tickets.ts';
import type { Draft } from '../../data/drafts.ts';
import { useSite } from '../../data/site.ts';
import type { Composer } from '../../parts/composer.ts';

export interface FilledFields {
  priority?: TicketPriority;
  impact?: TicketImpact;
}

/** What is sent of the fields that the company lets contacts fill: chosen, or as it is offered first. */
export function useFilledFields(draft: Draft): FilledFields {
  const fields = useSite().data?.fields;
  return {
    ...(fields?.priority === 'filled' && { priority: draft.priority ?? 'medium' }),
    ...(fields?.impact === 'filled' && { impact: draft.impact ?? 'none' }),
  };
}

export function TicketFields(props: { composer: Composer; filled: FilledFields }) {
  const { t } = useTranslation(['member', 'common']);
  const { composer, filled } = props;
  if (filled.priority === undefined && filled.impact === undefined) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {filled.priority !== undefined && (
        <NativeSelect
          label={t('fields.priority')}
          size="md"
          value={filled.priority}
          data={TICKET_PRIORITIES.map((value) => ({
            value,
            label: t(`common:ticketPriority.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            composer.change({ priority: TICKET_PRIORITIES.find((one) => one === value) })
          }
        />
      )}
      {filled.impact !== undefined && (
        <NativeSelect
          label={t('fields.impact')}
          size="md"
          value={filled.impact}
          data={TICKET_IMPACTS.map((value) => ({ value, label: t(`fields.impacts.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            composer.change({ impact: TICKET_IMPACTS.find((one) => one === value) })
          }
        />
      )}
    </SimpleGrid>
  );
}
