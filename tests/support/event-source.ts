import { request } from 'node:http';
import type { HttpClient } from './http-client.ts';

export interface ReceivedEvent {
  name: string;
  data: Record<string, unknown>;
}

/** An open stream of live events, as a browser's EventSource sees it. */
export interface TestEventSource {
  status: number;
  received: ReceivedEvent[];
  /** The first event that fits, among those that came already, too. */
  next(fits: (event: ReceivedEvent) => boolean, withinMs?: number): Promise<ReceivedEvent>;
  /** Resolves once the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Opens the stream with the cookies of a browser; resolves when the server has answered. */
export function openEventSource(browser: HttpClient, path: string): Promise<TestEventSource> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { host: browser.host, accept: 'text/event-stream', ...(cookie && { cookie }) };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: browser.port, path, headers },
      (incoming) => {
        const received: ReceivedEvent[] = [];
        const waiting = new Set<() => void>();
        let rest = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          const blocks = (rest + chunk).split('\n\n');
          rest = blocks.pop() ?? '';
          received.push(...blocks.flatMap(parseEvent));
          for (const look of waiting) look();
        });
        const ended = new Promise<void>((done) => {
          incoming.on('close', () => done());
        });
        incoming.on('error', () => undefined);
        resolve({
          status: incoming.statusCode ?? 0,
          received,
          ended,
          close: () => outgoing.destroy(),
          next: (fits, withinMs = 5_000) =>
            new Promise((found, failed) => {
              const timer = setTimeout(() => {
                waiting.delete(look);
                failed(new Error(`no such event; there were: ${JSON.stringify(received)}`));
              }, withinMs);
              const look = () => {
                const event = received.find(fits);
                if (!event) return;
                clearTimeout(timer);
                waiting.delete(look);
                found(event);
              };
              waiting.add(look);
              look();
            }),
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function parseEvent(block: string): ReceivedEvent[] {
  const name = /^event: (.+)$/m.exec(block)?.[1];
  const data = /^data: (.+)$/m.exec(block)?.[1];
  return name && data ? [{ name, data: JSON.parse(data) }] : [];
}
