import { Button, Checkbox, Group, Input, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { Contact, Device, Ticket } from '#web/api/types.ts';
import { AttachButton, FileDrop, Hold, useHold } from '#web/ui/file-drop.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { isBlankHtml, RichTextEditor } from '#web/ui/rich-text-editor.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { useUploads } from '#web/ui/uploads.ts';
import { useCan } from '../../data/session.ts';
import { createTicket } from '../../data/tickets.ts';
import { ContactPicker } from './contact-picker.tsx';
import { NewContactFields } from './new-contact-fields.tsx';
import { NewTicketProperties } from './new-ticket-properties.tsx';
import { contactFromTyped, EMPTY_TICKET, toNewTicket } from './new-ticket-values.ts';

/** Opens a ticket for a caller: for a contact we know, or one who is made along with it. */
export function NewTicketForm(props: {
  initialContact: Contact | null;
  /** The device that the ticket is about; its customer is the ticket’s until a contact says otherwise. */
  initialDevice?: Device | null;
  onCreated: (ticket: Ticket) => void;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const queryClient = useQueryClient();
  const uploads = useUploads('/api/v1/attachments');
  const hold = useHold(uploads);
  const [contact, setContact] = useState(props.initialContact);
  const form = useForm({
    initialValues: {
      ...EMPTY_TICKET,
      contactId: props.initialContact?.id ?? null,
      device: props.initialDevice
        ? { id: props.initialDevice.id, name: props.initialDevice.name }
        : null,
    },
    validate: {
      subject: isNotEmpty(t('requiredField')),
      html: (html) => (isBlankHtml(html) ? t('requiredField') : null),
      contactId: (id, { newContact }) => (id === null && !newContact ? t('requiredField') : null),
    },
  });
  const opening = useMutation({
    mutationFn: createTicket,
    onSuccess: (ticket) => {
      form.resetDirty();
      void queryClient.invalidateQueries({ queryKey: ['ticket'] });
      props.onCreated(ticket);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const submit = form.onSubmit((values) => {
    if (hold === null && !opening.isPending) opening.mutate(toNewTicket(values, uploads.readyIds));
  });
  const pick = (picked: Contact | null) => {
    // Another customer has other devices.
    if (picked && picked.customer?.id !== (contact?.customer ?? props.initialDevice?.customer)?.id)
      form.setFieldValue('device', null);
    setContact(picked);
    form.setFieldValue('contactId', picked?.id ?? null);
  };
  const { newContact } = form.values;

  return (
    <form noValidate onSubmit={submit}>
      <UnsavedGuard isDirty={(form.isDirty() || uploads.list.length > 0) && !opening.isSuccess} />
      <Stack maw="var(--portico-form-width)">
        <ProblemAlert error={opening.error} />
        {newContact ? (
          <NewContactFields
            values={newContact}
            errors={form.errors}
            onChange={(values) => form.setFieldValue('newContact', values)}
            onCancel={() => form.setFieldValue('newContact', null)}
          />
        ) : (
          <ContactPicker
            value={contact}
            error={form.errors.contactId}
            onPick={pick}
            onNew={
              can('contacts.manage')
                ? (typed) => {
                    pick(null);
                    form.setFieldValue('newContact', contactFromTyped(typed));
                  }
                : undefined
            }
          />
        )}
        <TextInput
          label={t('tickets.subject')}
          required
          maxLength={LIMITS.subjectChars}
          {...form.getInputProps('subject')}
        />
        <Input.Wrapper
          label={t('tickets.description')}
          required
          error={form.errors.html}
          labelElement="div"
        >
          <FileDrop uploads={uploads}>
            <RichTextEditor
              label={t('tickets.description')}
              placeholder={t('tickets.descriptionHint')}
              onChange={(html) => form.setFieldValue('html', html)}
              onSubmit={() => submit()}
              uploadImage={uploads.uploadImage}
            />
          </FileDrop>
        </Input.Wrapper>
        <NewTicketProperties
          form={form}
          customerId={
            newContact
              ? Number(newContact.customerId) || null
              : ((contact ? contact.customer : props.initialDevice?.customer)?.id ?? null)
          }
        />
        <Checkbox
          label={t('tickets.tellsContact')}
          description={t('tickets.tellsContactHint')}
          {...form.getInputProps('tellsContact', { type: 'checkbox' })}
        />
        <Hold text={hold} />
        <Group gap="sm" justify="space-between">
          <AttachButton uploads={uploads} />
          <Button type="submit" loading={opening.isPending} disabled={hold !== null}>
            {t('tickets.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
