import { Button, Group, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import type { Customer } from '#web/api/types.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { changeCustomer, createCustomer, customerQuery } from '../../data/customers.ts';

/** Makes a customer, or changes one; domains of an existing one have a list of their own. */
export function CustomerForm(props: {
  customer?: Customer;
  /** For a new one: a domain to begin with. */
  suggestedDomain?: string;
  onSaved: (customer: Customer) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('console');
  const { customer } = props;
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: {
      ...valuesOf(customer),
      domains: props.suggestedDomain ? [props.suggestedDomain] : [],
    },
    validate: { name: isNotEmpty(t('requiredField')) },
  });
  const saving = useMutation({
    mutationFn: ({ version }: { version: number }) => {
      const { domains, name, phone, website, notes } = form.getValues();
      const fields = {
        name: name.trim(),
        phone: phone.trim() || null,
        website: website.trim() || null,
        notes,
      };
      return customer
        ? changeCustomer(customer.id, { ...fields, version })
        : createCustomer({ ...fields, domains });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(customerQuery(saved.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['customer', 'list'] });
      props.onSaved(saved);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const current = isApiError(saving.error, 'conflict')
    ? (saving.error.current as Customer | undefined)
    : undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(() => saving.mutate({ version: customer?.version ?? 0 }))}
    >
      <Stack>
        {current ? (
          <ConflictNotice
            onKeepMine={() => saving.mutate({ version: current.version })}
            onTakeTheirs={() => {
              form.setValues(valuesOf(current));
              queryClient.setQueryData(customerQuery(current.id).queryKey, current);
              saving.reset();
            }}
          />
        ) : (
          <ProblemAlert error={saving.error} />
        )}
        <TextInput
          label={t('customers.name')}
          required
          data-autofocus
          maxLength={LIMITS.nameChars}
          {...form.getInputProps('name')}
        />
        {!customer && (
          <TagsInput
            label={t('customers.domains')}
            description={t('customers.domainsHint')}
            placeholder="example.com"
            splitChars={[',', ';', ' ']}
            acceptValueOnBlur
            {...form.getInputProps('domains')}
          />
        )}
        <Group grow align="flex-start">
          <TextInput label={t('phone')} type="tel" {...form.getInputProps('phone')} />
          <TextInput label={t('customers.website')} type="url" {...form.getInputProps('website')} />
        </Group>
        <Textarea
          label={t('customers.notes')}
          description={t('customers.notesHint')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={LIMITS.notesChars}
          {...form.getInputProps('notes')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t(customer ? 'save' : 'customers.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function valuesOf(customer: Customer | undefined) {
  return {
    name: customer?.name ?? '',
    phone: customer?.phone ?? '',
    website: customer?.website ?? '',
    notes: customer?.notes ?? '',
  };
}
