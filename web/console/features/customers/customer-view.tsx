import { Alert, Anchor, Button, Modal, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { customerQuery, setCustomerArchived } from '../../data/customers.ts';
import { useCan } from '../../data/session.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';
import { CustomerDomains } from './customer-domains.tsx';
import { CustomerForm } from './customer-form.tsx';
import classes from './customer-view.module.css';

/** One customer; its people, devices and tickets are given by the app. */
export function CustomerView(props: {
  id: number;
  contacts: ReactNode;
  devices?: ReactNode;
  tickets: ReactNode;
}) {
  const { t } = useTranslation('console');
  const { data: customer } = useSuspenseQuery(customerQuery(props.id));
  const can = useCan();
  const [isEditing, editing] = useDisclosure(false);
  return (
    <div>
      <PageHeader
        title={customer.name}
        before={
          <AnchorLink to="/customers" size="sm" c="dimmed">
            {t('customers.title')}
          </AnchorLink>
        }
        actions={
          can('customers.manage') && (
            <>
              <ArchiveButton customer={customer} />
              <Button
                variant="default"
                leftSection={<IconPencil size="1rem" aria-hidden />}
                onClick={editing.open}
              >
                {t('edit')}
              </Button>
            </>
          )
        }
      />
      {customer.isArchived && (
        <Alert color="gray" icon={<IconArchive aria-hidden />} mb="md">
          {t('customers.isArchived')}
        </Alert>
      )}
      <div className={classes.layout}>
        <Stack gap="xl">
          {props.contacts}
          {props.devices}
          <section>
            <Title order={2} mb="sm">
              {t('tickets.title')}
            </Title>
            {props.tickets}
          </section>
        </Stack>
        <Stack component="aside" gap="lg" aria-label={t('customers.details')}>
          <CustomerDomains customer={customer} />
          <Details customer={customer} />
        </Stack>
      </div>
      <Modal
        opened={isEditing}
        onClose={editing.close}
        title={t('customers.edit')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <CustomerForm
          customer={customer}
          onCancel={editing.close}
          onSaved={() => {
            editing.close();
            notifyDone(t('customers.saved'));
          }}
        />
      </Modal>
    </div>
  );
}

function Details({ customer }: { customer: Customer }) {
  const { t } = useTranslation('console');
  const { phone, website, notes } = customer;
  return (
    <Stack gap="sm">
      {phone && (
        <Detail label={t('phone')}>
          <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Anchor>
        </Detail>
      )}
      {website && (
        <Detail label={t('customers.website')}>
          {/^https?:\/\//i.test(website) ? (
            <Anchor href={website} target="_blank" rel="noopener noreferrer">
              {website}
            </Anchor>
          ) : (
            website
          )}
        </Detail>
      )}
      {notes && (
        <Detail label={t('customers.notes')}>
          <Text inherit className={classes.notes}>
            {notes}
          </Text>
        </Detail>
      )}
    </Stack>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </div>
  );
}

function ArchiveButton({ customer }: { customer: Customer }) {
  const { t } = useTranslation('console');
  const queryClient = useQueryClient();
  const archiving = useMutation({
    mutationFn: (isArchived: boolean) => setCustomerArchived(customer.id, isArchived),
    onSuccess: async (_, isArchived) => {
      await queryClient.invalidateQueries({ queryKey: ['customer'] });
      if (isArchived) notifyUndoable(t('customers.archivedNow'), () => archiving.mutate(false));
      else notifyDone(t('customers.restoredNow'));
    },
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={archiving.isPending}
      onClick={() => archiving.mutate(!customer.isArchived)}
    >
      {t(customer.isArchived ? 'customers.restore' : 'customers.archive')}
    </Button>
  );
}
