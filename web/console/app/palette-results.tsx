import { Spotlight } from '@mantine/spotlight';
import {
  IconBook2,
  IconBuilding,
  IconDeviceDesktop,
  IconInbox,
  IconUser,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { articleMatchesQuery } from '../data/articles.ts';
import { contactName, contactSearchQuery } from '../data/contacts.ts';
import { customerSearchQuery } from '../data/customers.ts';
import { deviceSearchQuery } from '../data/devices.ts';
import { useCan } from '../data/session.ts';
import { ticketSearchQuery } from '../data/tickets.ts';

const SHOWN_OF_EACH = 5;

/** What the server finds for the words typed, by kind. */
export function PaletteResults({ search }: { search: string }) {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const { tickets, customers, contacts, devices, articles, isSettled } = useFound(search);
  const count =
    tickets.length + customers.length + contacts.length + devices.length + articles.length;
  if (count === 0 && isSettled) {
    return <Spotlight.Empty>{t('search.nothing', { search })}</Spotlight.Empty>;
  }
  return (
    <>
      {tickets.length > 0 && (
        <Spotlight.ActionsGroup label={t('nav.tickets')}>
          {tickets.map(({ number, subject, customer, contact }) => (
            <Spotlight.Action
              key={number}
              label={`#${number} ${subject}`}
              description={customer?.name ?? contact?.name}
              leftSection={<IconInbox size="1.25rem" aria-hidden />}
              onClick={() =>
                void navigate({ to: '/tickets/$number', params: { number: String(number) } })
              }
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {customers.length > 0 && (
        <Spotlight.ActionsGroup label={t('nav.customers')}>
          {customers.map(({ id, name, domains }) => (
            <Spotlight.Action
              key={id}
              label={name}
              description={domains.join(', ')}
              leftSection={<IconBuilding size="1.25rem" aria-hidden />}
              onClick={() => void navigate({ to: '/customers/$id', params: { id: String(id) } })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {contacts.length > 0 && (
        <Spotlight.ActionsGroup label={t('search.contacts')}>
          {contacts.map((contact) => (
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
      {devices.length > 0 && (
        <Spotlight.ActionsGroup label={t('nav.devices')}>
          {devices.map(({ id, name, customer }) => (
            <Spotlight.Action
              key={id}
              label={name}
              description={customer.name}
              leftSection={<IconDeviceDesktop size="1.25rem" aria-hidden />}
              onClick={() => void navigate({ to: '/devices/$id', params: { id: String(id) } })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {articles.length > 0 && (
        <Spotlight.ActionsGroup label={t('nav.knowledge')}>
          {articles.map(({ id, title, excerpt }) => (
            <Spotlight.Action
              key={id}
              label={title}
              description={excerpt.map(({ text }) => text).join('')}
              leftSection={<IconBook2 size="1.25rem" aria-hidden />}
              onClick={() => void navigate({ to: '/knowledge/$id', params: { id: String(id) } })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}

/** Asks for each kind that one may see. */
function useFound(search: string) {
  const can = useCan();
  const tickets = useQuery({ ...ticketSearchQuery(search), enabled: can('tickets.view') });
  const customers = useQuery({ ...customerSearchQuery(search), enabled: can('customers.view') });
  const contacts = useQuery({ ...contactSearchQuery(search), enabled: can('contacts.view') });
  const devices = useQuery({ ...deviceSearchQuery(search), enabled: can('devices.view') });
  const articles = useQuery({ ...articleMatchesQuery(search), enabled: can('knowledge.view') });
  return {
    tickets: tickets.data?.items.slice(0, SHOWN_OF_EACH) ?? [],
    customers: customers.data?.items.slice(0, SHOWN_OF_EACH) ?? [],
    contacts: contacts.data?.items.slice(0, SHOWN_OF_EACH) ?? [],
    devices: devices.data?.items.slice(0, SHOWN_OF_EACH) ?? [],
    articles: articles.data?.items.slice(0, SHOWN_OF_EACH) ?? [],
    isSettled: ![tickets, customers, contacts, devices, articles].some(
      ({ isLoading }) => isLoading,
    ),
  };
}
