import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../data/session.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';

/** Keys that work on every page. */
export function useGlobalShortcuts(actions: { onPalette: () => void }): void {
  const navigate = useNavigate();
  const can = useCan();
  useHotkeys([['mod+K', actions.onPalette]], []);
  useShortcuts({
    'g d': () => void navigate({ to: '/dashboard' }),
    'g t': () => void navigate({ to: '/tickets' }),
    'g c': () => void navigate({ to: '/customers' }),
    'g a': () => void navigate({ to: '/alerts' }),
    c: () => {
      if (can('tickets.create')) void navigate({ to: '/tickets/new' });
    },
    '/': actions.onPalette,
  });
}
