import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { askAgain, askAgainForOlder } from '#web/api/ask-again.ts';
import { type LiveChange, type LiveSignal, useLiveEvents } from '#web/api/live-events.ts';
import { PEOPLE_KEYS } from '../data/people-keys.ts';

/** Changes come in bursts (an answer changes ticket, list and counts): fetch once for all. */
const GATHER_MS = 150;

const ACTIVITY: QueryKey = ['activity'];
const FIRST_STEPS: QueryKey = ['firstSteps'];

/** What the dashboard shows of many kinds of things: what happened last, and what a new company has done. */
const KEYS_TOO: Record<string, readonly QueryKey[]> = {
  ticket: [ACTIVITY, FIRST_STEPS],
  alert: [ACTIVITY],
  device: [ACTIVITY, FIRST_STEPS],
  customer: [FIRST_STEPS],
  technician: [FIRST_STEPS],
  firstMail: [FIRST_STEPS],
  settings: [FIRST_STEPS],
  portalSettings: [FIRST_STEPS],
  dashboard: [FIRST_STEPS],
};

/** What is shown of a changed thing. Every query key begins with the kind of its thing. */
export function staleKeys(change: LiveChange): QueryKey[] {
  return [...keysOf(change), ...(KEYS_TOO[change.kind] ?? [])];
}

function keysOf(change: LiveChange): QueryKey[] {
  if (change.kind === 'ticket' && change.number !== undefined) {
    return [
      ['ticket', 'list'],
      ['ticket', 'counts'],
      ['ticket', 'one', change.number],
    ];
  }
  // Drafts are parts of what is shown of articles.
  if (change.kind === 'articleDraft') return [['article']];
  if (change.kind === 'technician') return [...PEOPLE_KEYS];
  return [[change.kind]];
}

/** Keeps everything on screen as new as the server has it. */
export function useLiveData(): void {
  const queryClient = useQueryClient();
  const waiting = useRef<Gathering>(null);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  useLiveEvents('/api/v1/events', (signal) => {
    waiting.current ??= { signals: [], timer: setTimeout(fetchChanged, GATHER_MS) };
    waiting.current.signals.push(signal);
    function fetchChanged() {
      const signals = waiting.current?.signals ?? [];
      waiting.current = null;
      refetch(queryClient, signals);
    }
  });
}

interface Gathering {
  signals: LiveSignal[];
  timer: ReturnType<typeof setTimeout>;
}

function refetch(queryClient: QueryClient, signals: LiveSignal[]): void {
  if (signals.some(({ type }) => type === 'resync')) {
    askAgain(queryClient);
    return;
  }
  if (signals.some(({ type }) => type === 'listening')) askAgainForOlder(queryClient);
  const keys = signals.flatMap((signal) =>
    signal.type === 'change' ? staleKeys(signal.change) : [],
  );
  const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
  for (const queryKey of distinct.values()) askAgain(queryClient, queryKey);
}
