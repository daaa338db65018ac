import { useNavigate, useSearch } from '@tanstack/react-router';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { ImportStart } from '../../features/imports/import-start.tsx';
import { ImportView } from '../../features/imports/import-view.tsx';

export function ImportPage() {
  const can = useCan();
  const { id } = useSearch({ from: '/signed-in/customers/import' });
  const navigate = useNavigate();
  if (!can('contacts.manage') && !can('customers.manage')) return <NoPermissionPage />;
  const open = (next?: number) => void navigate({ to: '/customers/import', search: { id: next } });
  return id === undefined ? (
    <ImportStart onBrought={open} />
  ) : (
    <ImportView key={id} id={id} onGone={() => open()} />
  );
}
