import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { LIVE_TRUSTED_MS } from '#shared/live-events.ts';
import { askAgain, askAgainForOlder } from './ask-again.ts';

/** A list that is shown; its answers come when the test says so. */
function shownList(client: QueryClient, staleTime = 60_000) {
  const waiting: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ['alert', 'list'],
    queryFn: () => new Promise<string>((resolve) => waiting.push(resolve)),
    staleTime,
  });
  observer.subscribe(() => undefined);
  return {
    asked: () => waiting.length,
    answer: (text: string) => waiting.at(-1)?.(text),
    shows: () => observer.getCurrentResult().data,
  };
}

test('what is on its way for the first time when something changes is asked for again', async () => {
  const client = new QueryClient();
  const list = shownList(client);
  askAgain(client, ['alert']);
  list.answer('as it was before the change');
  await expect.poll(list.asked).toBe(2);
  list.answer('as it is');
  await expect.poll(list.shows).toBe('as it is');
  expect(list.asked()).toBe(2);
});

test('a change of something else asks for nothing', async () => {
  const client = new QueryClient();
  const list = shownList(client);
  askAgain(client, ['ticket']);
  list.answer('alerts');
  await expect.poll(list.shows).toBe('alerts');
  await Promise.resolve();
  expect(list.asked()).toBe(1);
});

test('when listening begins, only what is older than the changes that are told is asked for', () => {
  const client = new QueryClient();
  const list = shownList(client);
  client.setQueryData(['alert', 'list'], 'fresh');
  askAgainForOlder(client);
  expect(list.asked()).toBe(1);
  client.setQueryData(['alert', 'list'], 'old', { updatedAt: Date.now() - LIVE_TRUSTED_MS - 1 });
  askAgainForOlder(client);
  expect(list.asked()).toBe(2);
});
