import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './global.css';
import {
  localStorageColorSchemeManager,
  MantineProvider,
  type MantineThemeOverride,
} from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { cssVariables } from './theme.ts';

const colorScheme = localStorageColorSchemeManager({ key: 'portico.theme' });

/** What console and portal both stand in: theme, server state, toasts, last resort for errors. */
export function AppFrame(props: {
  theme: MantineThemeOverride;
  queryClient: QueryClient;
  children: ReactNode;
}) {
  return (
    <MantineProvider
      theme={props.theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={props.queryClient}>
        <ErrorBoundary>
          <Suspense fallback={null}>{props.children}</Suspense>
        </ErrorBoundary>
        <ToastsWhenReady />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/**
 * Nothing has happened yet that a toast could tell of: what shows them (a tenth of all that the first
 * page needs) comes after it.
 */
function ToastsWhenReady() {
  const [Toasts, setToasts] = useState<ComponentType | null>(null);
  useEffect(() => {
    import('./toasts.tsx').then(
      (loaded) => setToasts(() => loaded.Toasts),
      // No connection: the pages say so themselves.
      () => undefined,
    );
  }, []);
  return Toasts && <Toasts />;
}
