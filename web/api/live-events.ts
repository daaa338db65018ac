import { useEffect, useEffectEvent } from 'react';
import { LIVE_RECENT_MS } from '#shared/live-events.ts';

/** Something changed on the server; only ids, the reader fetches what may be seen. */
export interface LiveChange {
  kind: string;
  id?: number;
  number?: number;
  [more: string]: unknown;
}

/**
 * `resync`: events may have been missed or the session ended; everything shown may be old.
 * `listening`: changes are heard from now on, those of LIVE_TRUSTED_MS before follow; what is
 * shown from before that may be old.
 */
export type LiveSignal =
  | { type: 'change'; change: LiveChange }
  | { type: 'resync' }
  | { type: 'listening' };

/** What the tabs say to each other: what was heard, and that one has just come. */
type Said = LiveSignal | { type: 'hello' };

const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/**
 * Listens to the server's events. A browser opens six connections to a host at most (HTTP/1.1),
 * so the tabs share one stream: who holds the lock reads it and tells the others.
 */
export function useLiveEvents(url: string, onSignal: (signal: LiveSignal) => void): void {
  const handle = useEffectEvent(onSignal);
  useEffect(() => {
    const ended = new AbortController();
    listenTogether(url, handle, ended.signal);
    return () => ended.abort();
  }, [url]);
}

export function listenTogether(
  url: string,
  handle: (signal: LiveSignal) => void,
  ended: AbortSignal,
): void {
  // Web Locks exist on secure origins only; elsewhere each tab reads for itself.
  if (!navigator.locks) {
    readStream(url, handle, ended);
    return;
  }
  const name = `portico.events:${url}`;
  const channel = new BroadcastChannel(name);
  const say = (said: Said) => channel.postMessage(said);
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.type !== 'hello') handle(data);
  };
  ended.addEventListener('abort', () => channel.close());
  // If another tab is reading, it tells what it has heard since this one asked for its data.
  handle({ type: 'listening' });
  say({ type: 'hello' });
  let hasWaited = false;
  const waiting = setTimeout(() => {
    hasWaited = true;
  }, RETRY_FIRST_MS);
  navigator.locks
    .request(name, { signal: ended }, () => {
      clearTimeout(waiting);
      const lately = recentSignals();
      const tell = (signal: LiveSignal) => {
        lately.keep(signal);
        handle(signal);
        if (!ended.aborted) say(signal);
      };
      channel.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.type === 'hello') for (const signal of lately.all()) say(signal);
      };
      // Another tab was reading until just now: what came between is unknown.
      if (hasWaited) tell({ type: 'resync' });
      readStream(url, tell, ended);
      return new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve()));
    })
    .catch((error: unknown) => {
      if (!ended.aborted) throw error;
    });
}

/** What was told in the last seconds, each once. */
function recentSignals() {
  const kept = new Map<string, { at: number; signal: LiveSignal }>();
  return {
    keep(signal: LiveSignal) {
      const now = Date.now();
      for (const [key, { at }] of kept) if (at < now - LIVE_RECENT_MS) kept.delete(key);
      kept.set(JSON.stringify(signal), { at: now, signal });
    },
    all: () =>
      [...kept.values()]
        .filter(({ at }) => at >= Date.now() - LIVE_RECENT_MS)
        .map(({ signal }) => signal),
  };
}

function readStream(url: string, tell: (signal: LiveSignal) => void, ended: AbortSignal): void {
  let retryMs = RETRY_FIRST_MS;
  let isResumed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;

  function open() {
    source = new EventSource(url);
    source.onopen = () => {
      retryMs = RETRY_FIRST_MS;
      tell({ type: isResumed ? 'resync' : 'listening' });
      isResumed = true;
    };
    source.addEventListener('change', (event) => {
      tell({ type: 'change', change: JSON.parse(event.data) as LiveChange });
    });
    for (const name of ['resync', 'signedOut']) {
      source.addEventListener(name, () => tell({ type: 'resync' }));
    }
    source.onerror = () => {
      // The browser reconnects by itself unless the server answered with an error.
      if (source?.readyState !== EventSource.CLOSED || ended.aborted) return;
      tell({ type: 'resync' });
      retry = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
    };
  }

  open();
  ended.addEventListener('abort', () => {
    clearTimeout(retry);
    source?.close();
  });
}
