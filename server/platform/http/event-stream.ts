import type { EventHub, LiveEvent } from '../events/event-hub.ts';
import { RawAnswer } from './route.ts';

const PING_EVERY_MS = 20_000;

/** Open streams of this process, so that a stopping server can end them. */
const open = new Set<() => void>();

/**
 * One SSE stream per session. Sends `change` events that `maySee` lets through (ids only), first those
 * of the seconds before, for a page may have asked for its data a moment too early;
 * `resync` when events may have been missed or the holder's rights are others now, and ends when the
 * session does: `lookAgain` is asked on events of the kind "session", on those that are about the holder
 * (`isAboutHolder`), and every few seconds besides.
 */
export function eventStream(options: {
  events: EventHub;
  tenantId: number;
  maySee(event: LiveEvent): boolean;
  isAboutHolder(event: LiveEvent): boolean;
  lookAgain(): Promise<'over' | 'changed' | 'same'>;
}): RawAnswer {
  return new RawAnswer((reply) => {
    reply.hijack();
    const response = reply.raw;
    // Hijacked replies do not get Fastify's collected headers by themselves.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) response.setHeader(name, value as string);
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const send = (name: string, data: unknown) => {
      response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const look = async () => {
      // No answer is no reason to cut people off: the next look will tell.
      const found = await options.lookAgain().catch(() => 'same');
      if (response.writableEnded) return;
      if (found === 'changed') send('resync', {});
      if (found !== 'over') return;
      send('signedOut', {});
      close();
    };
    let isBeginning = true;
    const unsubscribe = options.events.subscribeWithRecent(options.tenantId, (event) => {
      if (event === null) send('resync', {});
      else if (event.kind === 'session' || options.isAboutHolder(event)) {
        if (!isBeginning) void look();
      } else if (options.maySee(event)) send('change', { kind: event.kind, ...event.ids });
    });
    isBeginning = false;
    const ping = setInterval(() => {
      send('ping', {});
      void look();
    }, PING_EVERY_MS);
    const close = () => {
      clearInterval(ping);
      unsubscribe();
      open.delete(close);
      response.end();
    };
    open.add(close);
    // It may have ended after it was checked and before anybody listened.
    void look();
    reply.request.raw.on('close', close);
  });
}

export function closeEventStreams(): void {
  for (const close of [...open]) close();
}
