import { useEffect, useEffectEvent } from 'react';

/** Something changed on the server; only ids, the reader fetches what may be seen. */
export interface LiveChange {
  kind: string;
  id?: number;
  number?: number;
  [more: string]: unknown;
}

/** `resync`: events may have been missed or the session ended; everything shown may be old. */
export type LiveSignal = { type: 'change'; change: LiveChange } | { type: 'resync' };

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
    shareStream(url, handle, ended.signal);
    return () => ended.abort();
  }, [url]);
}

function shareStream(url: string, handle: (signal: LiveSignal) => void, ended: AbortSignal) {
  // Web Locks exist on secure origins only; elsewhere each tab reads for itself.
  if (!navigator.locks) return readStream(url, handle, ended);
  const name = `portico.events:${url}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<LiveSignal>) => handle(event.data);
  ended.addEventListener('abort', () => channel.close());
  let hasWaited = false;
  const waiting = setTimeout(() => {
    hasWaited = true;
  }, RETRY_FIRST_MS);
  navigator.locks
    .request(name, { signal: ended }, () => {
      clearTimeout(waiting);
      const tell = (signal: LiveSignal) => {
        handle(signal);
        if (!ended.aborted) channel.postMessage(signal);
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

function readStream(url: string, tell: (signal: LiveSignal) => void, ended: AbortSignal): void {
  let retryMs = RETRY_FIRST_MS;
  let isResumed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;

  function open() {
    source = new EventSource(url);
    source.onopen = () => {
      retryMs = RETRY_FIRST_MS;
      if (isResumed) tell({ type: 'resync' });
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
