import { Button, Menu, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconFileExport, IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { exportAddress } from '../../data/imports.ts';
import { useCan, useSession } from '../../data/session.ts';
import { CustomerForm } from '../../features/customers/customer-form.tsx';
import { CustomerList } from '../../features/customers/customer-list.tsx';
import type { CustomerSearch } from '../../features/customers/customer-search.ts';

export function CustomersPage() {
  const { t } = useTranslation('console');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  const mayAdd = can('customers.manage') && !isLimitedToCustomers;
  const search = useSearch({ from: '/signed-in/customers' });
  const navigate = useNavigate();
  const [isAdding, adding] = useDisclosure(false);
  if (!can('customers.view')) return <NoPermissionPage />;
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
            <ListActions search={search} />
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

/** Lists that come from files and go into them. */
function ListActions({ search }: { search: CustomerSearch }) {
  const { t } = useTranslation(['console', 'imports']);
  const can = useCan();
  const mayImport = can('contacts.manage') || can('customers.manage');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size="1rem" aria-hidden />}>
          {t('customers.importExport')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayImport && (
          <Menu.Item
            leftSection={<IconFileImport size="1rem" aria-hidden />}
            renderRoot={(item) => <Link to="/customers/import" search={{}} {...item} />}
          >
            {t('imports:import')}
          </Menu.Item>
        )}
        <Menu.Item
          component="a"
          href={exportAddress('customers', { search: search.search, state: search.state })}
          download
          leftSection={<IconFileExport size="1rem" aria-hidden />}
        >
          {t('imports:exportCustomers')}
        </Menu.Item>
        {can('contacts.view') && (
          <Menu.Item
            component="a"
            href={exportAddress('contacts')}
            download
            leftSection={<IconFileExport size="1rem" aria-hidden />}
          >
            {t('imports:exportContacts')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
