import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import type { NewContactValues } from './new-ticket-values.ts';

/** A caller who is not known yet; made together with the ticket. */
export function NewContactFields(props: {
  values: NewContactValues;
  errors: UseFormReturnType<object>['errors'];
  onChange: (values: NewContactValues) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('console');
  const { values, errors } = props;
  const change = (part: Partial<NewContactValues>) => props.onChange({ ...values, ...part });
  return (
    <Alert color="accent" icon={<IconUserPlus aria-hidden />} title={t('tickets.newContact')}>
      <Stack gap="sm">
        <TextInput
          label={t('email')}
          type="email"
          required
          autoFocus
          value={values.email}
          error={errors['newContact.email']}
          onChange={({ currentTarget }) => change({ email: currentTarget.value })}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('firstName')}
            value={values.firstName}
            error={errors['newContact.firstName']}
            onChange={({ currentTarget }) => change({ firstName: currentTarget.value })}
          />
          <TextInput
            label={t('lastName')}
            value={values.lastName}
            error={errors['newContact.lastName']}
            onChange={({ currentTarget }) => change({ lastName: currentTarget.value })}
          />
        </Group>
        <CustomerSelect
          label={t('tickets.customer')}
          description={t('tickets.customerByDomain')}
          value={values.customerId}
          onChange={(customerId) => change({ customerId })}
        />
        <Group>
          <Button variant="default" size="compact-sm" onClick={props.onCancel}>
            {t('tickets.pickInstead')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
