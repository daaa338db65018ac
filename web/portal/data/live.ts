import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { askAgain, askAgainForOlder } from '#web/api/ask-again.ts';
import { type LiveSignal, useLiveEvents } from '#web/api/live-events.ts';
import { deviceKeys } from './devices.ts';
import { ticketKeys } from './tickets.ts';

/** Changes come in bursts (all devices of a site go offline together): fetch once for all. */
const GATHER_MS = 150;

/** Keeps what is shown fresh: the server names what changed, the page reads it again. */
export function useLivePortal(): void {
  const client = useQueryClient();
  const waiting = useRef<{ signals: LiveSignal[]; timer: ReturnType<typeof setTimeout> }>(null);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  useLiveEvents('/portal/v1/events', (signal) => {
    waiting.current ??= { signals: [], timer: setTimeout(fetchChanged, GATHER_MS) };
    waiting.current.signals.push(signal);
    function fetchChanged() {
      const signals = waiting.current?.signals ?? [];
      waiting.current = null;
      refetch(client, signals);
    }
  });
}

function refetch(client: QueryClient, signals: readonly LiveSignal[]): void {
  if (signals.some(({ type }) => type === 'listening')) askAgainForOlder(client);
  const keys = new Map<string, QueryKey>();
  for (const signal of signals.filter(({ type }) => type !== 'listening')) {
    const stale = staleKeys(signal);
    if (stale === null) {
      askAgain(client);
      return;
    }
    for (const key of stale) keys.set(JSON.stringify(key), key);
  }
  for (const key of keys.values()) askAgain(client, key);
}

/** What is shown of a changed thing; null: of everything. */
function staleKeys(signal: LiveSignal): QueryKey[] | null {
  if (signal.type !== 'change') return null;
  const { kind, number } = signal.change;
  // Devices count their tickets, and tickets name their device.
  if (number !== undefined) return [...ticketKeys(number), ...deviceKeys];
  return kind === 'device' ? [...deviceKeys, ['ticket']] : null;
}
