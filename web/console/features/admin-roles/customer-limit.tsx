import { Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../data/session.ts';
import type { Role } from '../../data/team.ts';
import { CustomersSelect } from '../../parts/customers-select.tsx';

type Customers = NonNullable<Role['customers']>;

/** All customers, or chosen ones (null: all). */
export function CustomerLimit(props: {
  value: Customers | null;
  error?: ReactNode;
  isReadOnly: boolean;
  onChange: (customers: Customers | null) => void;
}) {
  const { t } = useTranslation('admin');
  const { value, isReadOnly } = props;
  const mayLook = useCan()('customers.view');
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('roles.limit')}
        value={value === null ? 'all' : 'chosen'}
        onChange={(choice) => props.onChange(choice === 'all' ? null : [])}
      >
        <Stack gap="sm" mt="sm">
          <Radio value="all" label={t('roles.limitAll')} disabled={isReadOnly} />
          <Radio
            value="chosen"
            label={t('roles.limitChosen')}
            description={mayLook ? undefined : t('roles.limitNotAllowed')}
            disabled={isReadOnly || !mayLook}
          />
        </Stack>
      </Radio.Group>
      {value !== null && (
        <>
          <CustomersSelect
            label={t('roles.chooseCustomers')}
            placeholder={isReadOnly ? undefined : t('roles.chooseCustomersHint')}
            disabled={isReadOnly || !mayLook}
            value={value}
            error={props.error}
            onChange={props.onChange}
          />
          <Text size="sm" c="dimmed">
            {t('roles.limitHint')}
          </Text>
        </>
      )}
    </Stack>
  );
}
