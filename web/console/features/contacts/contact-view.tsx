import { Alert, Badge, Button, Group, Modal, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/api/types.ts';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { contactName, contactQuery, setContactArchived } from '../../data/contacts.ts';
import { useCan } from '../../data/session.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';
import { ContactCredentials } from './contact-credentials.tsx';
import { ContactDetails } from './contact-details.tsx';
import { ContactForm } from './contact-form.tsx';
import classes from './contact-view.module.css';

/** One contact; devices and tickets are given by the app. */
export function ContactView(props: { id: number; devices?: ReactNode; tickets: ReactNode }) {
  const { t } = useTranslation('console');
  const { data: contact } = useSuspenseQuery(contactQuery(props.id));
  const can = useCan();
  const [isEditing, editing] = useDisclosure(false);
  const name = contactName(contact);
  return (
    <div>
      <PageHeader
        title={name}
        before={<Whereabouts contact={contact} />}
        subtitle={
          contact.isMainContact && <Badge variant="light">{t('contacts.mainContact')}</Badge>
        }
        actions={
          <>
            {can('contacts.manage') && (
              <>
                <ArchiveButton contact={contact} />
                <Button
                  variant="default"
                  leftSection={<IconPencil size="1rem" aria-hidden />}
                  onClick={editing.open}
                >
                  {t('edit')}
                </Button>
              </>
            )}
            {can('tickets.create') && !contact.isArchived && (
              <ButtonLink
                to="/tickets/new"
                search={{ contact: String(contact.id) }}
                variant="default"
                leftSection={<IconPlus size="1rem" aria-hidden />}
              >
                {t('tickets.new')}
              </ButtonLink>
            )}
          </>
        }
      />
      {contact.isArchived && (
        <Alert color="gray" icon={<IconArchive aria-hidden />} mb="md">
          {t('contacts.isArchived')}
        </Alert>
      )}
      <div className={classes.layout}>
        <Stack gap="xl">
          {props.devices}
          <section>
            <Title order={2} mb="sm">
              {t('tickets.title')}
            </Title>
            {props.tickets}
          </section>
        </Stack>
        <Stack component="aside" gap="xl" aria-label={t('contacts.details')}>
          <ContactDetails contact={contact} />
          {!contact.isArchived && <ContactCredentials contact={contact} />}
        </Stack>
      </div>
      <Modal
        opened={isEditing}
        onClose={editing.close}
        title={t('contacts.edit')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ContactForm
          contact={contact}
          onCancel={editing.close}
          onSaved={() => {
            editing.close();
            notifyDone(t('contacts.saved'));
          }}
        />
      </Modal>
    </div>
  );
}

function Whereabouts({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  return (
    <Group gap="sm" c="dimmed" fz="sm">
      <AnchorLink to="/customers" inherit>
        {t('customers.title')}
      </AnchorLink>
      {contact.customer ? (
        <AnchorLink to="/customers/$id" params={{ id: String(contact.customer.id) }} inherit>
          {contact.customer.name}
        </AnchorLink>
      ) : (
        <AnchorLink to="/customers/unassigned" inherit>
          {t('customers.none')}
        </AnchorLink>
      )}
    </Group>
  );
}

function ArchiveButton({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  const queryClient = useQueryClient();
  const archiving = useMutation({
    mutationFn: (isArchived: boolean) => setContactArchived(contact.id, isArchived),
    onSuccess: async (_, isArchived) => {
      await queryClient.invalidateQueries({ queryKey: ['contact'] });
      if (isArchived) notifyUndoable(t('contacts.archivedNow'), () => archiving.mutate(false));
      else notifyDone(t('contacts.restoredNow'));
    },
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={archiving.isPending}
      onClick={() => archiving.mutate(!contact.isArchived)}
    >
      {t(contact.isArchived ? 'customers.restore' : 'customers.archive')}
    </Button>
  );
}
