import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerQuery, customerSearchQuery } from '../data/customers.ts';
import { useCan, useSession } from '../data/session.ts';
import { useFoundOptions } from './use-found-options.ts';

/** A customer found while typing; the value is the id as text, or `none` where that is offered. */
export function CustomerSelect({
  withNone,
  ...props
}: SelectProps & { withNone?: boolean; value?: string | null }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  const mayLook = can('customers.view');
  const { searchBut, field } = useFoundOptions();
  const chosenId = props.value && props.value !== 'none' ? Number(props.value) : null;
  const chosen = useQuery({
    ...customerQuery(chosenId ?? 0),
    enabled: mayLook && chosenId !== null,
  });
  const found = useQuery({
    ...customerSearchQuery(searchBut(chosen.data?.name)),
    enabled: mayLook,
  });
  const names = new Map(
    [chosen.data, ...(found.data?.items ?? [])].flatMap((customer) =>
      customer ? [[String(customer.id), customer.name] as const] : [],
    ),
  );
  // Asked for by an address, and not there or not to be seen: the field says so.
  if (chosenId !== null && chosen.isError) names.set(String(chosenId), t('list.unknown'));
  if (!mayLook) return null;
  return (
    <Select
      {...field}
      // A window that begins with it is not to be covered by its list.
      openOnFocus={false}
      data={[
        ...(withNone && !isLimitedToCustomers
          ? [{ value: 'none', label: t('customers.none') }]
          : []),
        ...[...names].map(([value, label]) => ({ value, label })),
      ]}
      {...props}
    />
  );
}
