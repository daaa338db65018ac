import '@mantine/spotlight/styles.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconBuilding, IconInbox, IconPlus, IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactName, contactSearchQuery } from '../data/contacts.ts';
import { customerSearchQuery } from '../data/customers.ts';
import { useCan } from '../data/session.ts';
import { ticketSearchQuery } from '../data/tickets.ts';

const [store, palette] = createSpotlight();
const TYPING_PAUSE_MS = 200;

/** Search over everything, and the way to every page (Ctrl+K). */
export function Palette(props: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const can = useCan();
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), TYPING_PAUSE_MS);
  const isSearching = search.length > 1;
  const tickets = useQuery({
    ...ticketSearchQuery(search),
    enabled: isSearching && can('tickets.view'),
  });
  const customers = useQuery({
    ...customerSearchQuery(search),
    enabled: isSearching && can('customers.view'),
  });
  const contacts = useQuery({
    ...contactSearchQuery(search),
    enabled: isSearching && can('contacts.view'),
  });
  useEffect(() => {
    if (props.isOpen) palette.open();
  }, [props.isOpen]);
  const found = isSearching
    ? {
        tickets: tickets.data?.items ?? [],
        customers: customers.data?.items.slice(0, 5) ?? [],
        contacts: contacts.data?.items.slice(0, 5) ?? [],
      }
    : { tickets: [], customers: [], contacts: [] };
  const isEmpty =
    isSearching && found.tickets.length + found.customers.length + found.contacts.length === 0;

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={props.onClose}
      shortcut={null}
      scrollable
      maxHeight="70vh"
    >
      <Spotlight.Search
        placeholder={t('search.label')}
        aria-label={t('search.label')}
        leftSection={<IconSearch size="1.25rem" aria-hidden />}
      />
      <Spotlight.ActionsList>
        {!isSearching && (
          <>
            <Spotlight.Action
              label={t('nav.tickets')}
              leftSection={<IconInbox size="1.25rem" aria-hidden />}
              onClick={() => void navigate({ to: '/tickets' })}
            />
            <Spotlight.Action
              label={t('nav.customers')}
              leftSection={<IconBuilding size="1.25rem" aria-hidden />}
              onClick={() => void navigate({ to: '/customers' })}
            />
            {can('tickets.create') && (
              <Spotlight.Action
                label={t('tickets.new')}
                leftSection={<IconPlus size="1.25rem" aria-hidden />}
                onClick={() => void navigate({ to: '/tickets/new' })}
              />
            )}
          </>
        )}
        {found.tickets.length > 0 && (
          <Spotlight.ActionsGroup label={t('nav.tickets')}>
            {found.tickets.map((ticket) => (
              <Spotlight.Action
                key={ticket.number}
                label={`#${ticket.number} ${ticket.subject}`}
                description={ticket.customer?.name ?? ticket.contact?.name}
                leftSection={<IconInbox size="1.25rem" aria-hidden />}
                onClick={() =>
                  void navigate({
                    to: '/tickets/$number',
                    params: { number: String(ticket.number) },
                  })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.customers.length > 0 && (
          <Spotlight.ActionsGroup label={t('nav.customers')}>
            {found.customers.map((customer) => (
              <Spotlight.Action
                key={customer.id}
                label={customer.name}
                description={customer.domains.join(', ')}
                leftSection={<IconBuilding size="1.25rem" aria-hidden />}
                onClick={() =>
                  void navigate({ to: '/customers/$id', params: { id: String(customer.id) } })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.contacts.length > 0 && (
          <Spotlight.ActionsGroup label={t('search.contacts')}>
            {found.contacts.map((contact) => (
              <Spotlight.Action
                key={contact.id}
                label={contactName(contact)}
                description={contact.email}
                leftSection={<IconUser size="1.25rem" aria-hidden />}
                onClick={() =>
                  void navigate({ to: '/contacts/$id', params: { id: String(contact.id) } })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>{t('search.nothing', { search })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
