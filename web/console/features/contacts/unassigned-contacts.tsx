import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/api/types.ts';
import { LoadMore } from '#web/ui/load-more.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { changeContact, contactListQuery, contactName } from '../../data/contacts.ts';
import { useCan } from '../../data/session.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import classes from '../../parts/link-table.module.css';

interface Assigning {
  contact: Contact;
  assign: (customerId: number) => void;
  close: () => void;
}

/**
 * People who wrote from a domain that no customer has. Giving them a customer takes their
 * tickets along.
 * @param props.newCustomer the form for a customer that does not exist yet, given by the app
 */
export function UnassignedContacts(props: { newCustomer: (assigning: Assigning) => ReactNode }) {
  const { t } = useTranslation('console');
  const contacts = useInfiniteQuery(contactListQuery({ customerId: 'none' }));
  const [making, setMaking] = useState<Contact | null>(null);
  const assigning = useAssign(() => setMaking(null));
  if (contacts.isPending) return <LoadingRows />;
  if (contacts.isError) {
    return <ErrorState error={contacts.error} onRetry={() => contacts.refetch()} />;
  }
  const rows = contacts.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconUserCheck} title={t('contacts.allAssignedTitle')}>
        {t('contacts.allAssignedText')}
      </EmptyState>
    );
  }
  return (
    <>
      <Table className={classes.table} aria-label={t('contacts.unassigned')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('contacts.name')}</Table.Th>
            <Table.Th className={classes.action}>{t('contacts.assignTo')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((contact) => (
            <UnassignedRow
              key={contact.id}
              contact={contact}
              isBusy={assigning.isPending && assigning.variables.contact.id === contact.id}
              onAssign={(customerId) => assigning.mutate({ contact, customerId })}
              onNewCustomer={() => setMaking(contact)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <LoadMore
        hasMore={contacts.hasNextPage}
        isLoading={contacts.isFetchingNextPage}
        onLoad={() => void contacts.fetchNextPage()}
      />
      <Modal
        opened={making !== null}
        onClose={() => setMaking(null)}
        title={t('customers.new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {making &&
          props.newCustomer({
            contact: making,
            assign: (customerId) => assigning.mutate({ contact: making, customerId }),
            close: () => setMaking(null),
          })}
      </Modal>
    </>
  );
}

function useAssign(onDone: () => void) {
  const { t } = useTranslation('console');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ contact, customerId }: { contact: Contact; customerId: number }) =>
      changeContact(contact.id, { customerId, version: contact.version }),
    onSuccess: async (saved) => {
      onDone();
      notifyDone(
        t('contacts.assigned', { name: contactName(saved), customer: saved.customer?.name }),
      );
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) =>
          ['contact', 'customer', 'ticket'].includes(queryKey[0] as string),
      });
    },
    onError: notifyProblem,
  });
}

function UnassignedRow(props: {
  contact: Contact;
  isBusy: boolean;
  onAssign: (customerId: number) => void;
  onNewCustomer: () => void;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { contact } = props;
  return (
    <Table.Tr className={`${classes.row} ${classes.stacked}`}>
      <Table.Td>
        <Link to="/contacts/$id" params={{ id: String(contact.id) }} className={classes.link}>
          {contactName(contact)}
        </Link>
        <Text size="xs" c="dimmed" truncate>
          {contact.email}
        </Text>
      </Table.Td>
      <Table.Td className={classes.action}>
        {can('contacts.manage') && (
          <Group gap="xs" wrap="nowrap">
            <CustomerSelect
              aria-label={t('contacts.assignNamed', { name: contactName(contact) })}
              placeholder={t('tickets.customer')}
              flex={1}
              value={null}
              disabled={props.isBusy}
              onChange={(id) => id !== null && props.onAssign(Number(id))}
            />
            {can('customers.manage') && (
              <Button variant="default" onClick={props.onNewCustomer}>
                {t('contacts.newCustomer')}
              </Button>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
