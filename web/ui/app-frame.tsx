import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './global.css';
import {
  localStorageColorSchemeManager,
  MantineProvider,
  type MantineThemeOverride,
} from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
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
        <Notifications position="bottom-right" autoClose={6000} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
