import { Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/api/types.ts';
import { LoadMore } from '#web/ui/load-more.tsx';
import { PersonAvatar } from '#web/ui/person.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { contactListQuery, contactName } from '../../data/contacts.ts';
import { useCan } from '../../data/session.ts';
import classes from '../../parts/link-table.module.css';
import { ContactForm } from './contact-form.tsx';

/** The people at a customer. */
export function ContactsOf({ customerId }: { customerId: number }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const navigate = useNavigate();
  const [isAdding, adding] = useDisclosure(false);
  const contacts = useInfiniteQuery({
    ...contactListQuery({ customerId }),
    enabled: can('contacts.view'),
  });
  const rows = contacts.data?.pages.flatMap((page) => page.items) ?? [];
  if (!can('contacts.view')) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('customers.contacts')}>
      <Group justify="space-between">
        <Title order={2}>{t('customers.contacts')}</Title>
        {can('contacts.manage') && (
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={adding.open}
          >
            {t('contacts.new')}
          </Button>
        )}
      </Group>
      {contacts.isPending && <LoadingRows rows={3} />}
      {contacts.isError && <ErrorState error={contacts.error} onRetry={() => contacts.refetch()} />}
      {contacts.isSuccess && rows.length === 0 && <Text c="dimmed">{t('contacts.noneHere')}</Text>}
      {rows.length > 0 && <ContactTable rows={rows} />}
      <LoadMore
        hasMore={contacts.hasNextPage}
        isLoading={contacts.isFetchingNextPage}
        onLoad={() => void contacts.fetchNextPage()}
      />
      <Modal
        opened={isAdding}
        onClose={adding.close}
        title={t('contacts.new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ContactForm
          customerId={customerId}
          onCancel={adding.close}
          onSaved={({ id }) => void navigate({ to: '/contacts/$id', params: { id: String(id) } })}
        />
      </Modal>
    </Stack>
  );
}

function ContactTable({ rows }: { rows: Contact[] }) {
  const { t } = useTranslation('console');
  return (
    <Table className={classes.table} aria-label={t('customers.contacts')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('contacts.name')}</Table.Th>
          <Table.Th className={classes.wide}>{t('email')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((contact) => (
          <Table.Tr key={contact.id} className={classes.row}>
            <Table.Td>
              <Group gap="sm" wrap="nowrap">
                <PersonAvatar name={contactName(contact)} />
                <Stack gap={0} miw={0}>
                  <Link
                    to="/contacts/$id"
                    params={{ id: String(contact.id) }}
                    className={classes.link}
                    data-row-link
                  >
                    {contactName(contact)}
                  </Link>
                  <Text size="xs" c="dimmed" truncate>
                    {[contact.isMainContact && t('contacts.mainContact'), contact.jobTitle]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Stack>
              </Group>
            </Table.Td>
            <Table.Td className={classes.wide}>{contact.email}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
