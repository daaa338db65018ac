import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionState } from '#web/ui/states.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { CustomerForm } from '../../features/customers/customer-form.tsx';
import { CustomerList } from '../../features/customers/customer-list.tsx';

export function CustomersPage() {
  const { t } = useTranslation('console');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  const mayAdd = can('customers.manage') && !isLimitedToCustomers;
  const search = useSearch({ from: '/signed-in/customers' });
  const navigate = useNavigate();
  const [isAdding, adding] = useDisclosure(false);
  if (!can('customers.view')) return <NoPermissionState />;
  return (
    <div>
      <PageHeader
        title={t('customers.title')}
        subtitle={isLimitedToCustomers && t('customers.limited')}
        actions={
          <>
            {can('contacts.view') && !isLimitedToCustomers && (
              <ButtonLink to="/customers/unassigned" variant="default">
                {t('contacts.unassigned')}
              </ButtonLink>
            )}
            {mayAdd && (
              <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={adding.open}>
                {t('customers.new')}
              </Button>
            )}
          </>
        }
      />
      <CustomerList
        search={search}
        onSearch={(next) => void navigate({ to: '/customers', search: next, replace: true })}
        onNew={mayAdd ? adding.open : undefined}
      />
      <Modal
        opened={isAdding}
        onClose={adding.close}
        title={t('customers.new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <CustomerForm
          onCancel={adding.close}
          onSaved={({ id }) => void navigate({ to: '/customers/$id', params: { id: String(id) } })}
        />
      </Modal>
    </div>
  );
}
