import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveSignal, listenTogether } from './live-events.ts';

/** The browser's end of a stream that the test opens and writes to. */
class TestStream extends EventTarget {
  static made: TestStream[] = [];
  readonly readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    super();
    TestStream.made.push(this);
  }
  change(id: number) {
    const data = JSON.stringify({ kind: 'alert', id });
    this.dispatchEvent(new MessageEvent('change', { data }));
  }
  close() {
    TestStream.made = TestStream.made.filter((stream) => stream !== this);
  }
}

const EVENTS = '/api/v1/events';
const ended: AbortController[] = [];

function openTab() {
  const heard: LiveSignal[] = [];
  const end = new AbortController();
  ended.push(end);
  listenTogether(EVENTS, (signal) => heard.push(signal), end.signal);
  return { heard, close: () => end.abort() };
}
const changed = (id: number) => ({ type: 'change', change: { kind: 'alert', id } });

beforeEach(() => {
  vi.stubGlobal('EventSource', TestStream);
});
afterEach(() => {
  for (const end of ended.splice(0)) end.abort();
  vi.unstubAllGlobals();
});

test('tabs share one stream, and all hear of changes', async () => {
  const [first, second] = [openTab(), openTab()];
  await expect.poll(() => TestStream.made.length).toBe(1);
  TestStream.made[0]?.onopen?.();
  TestStream.made[0]?.change(1);
  for (const { heard } of [first, second])
    await expect.poll(() => heard).toContainEqual(changed(1));
});

test('a tab that comes later is told what was heard in the seconds before', async () => {
  openTab();
  await expect.poll(() => TestStream.made.length).toBe(1);
  TestStream.made[0]?.onopen?.();
  TestStream.made[0]?.change(2);
  const late = openTab();
  await expect.poll(() => late.heard).toContainEqual(changed(2));
});

test('the first connection asks for nothing that is fresh, a later one for everything', async () => {
  const tab = openTab();
  await expect.poll(() => TestStream.made.length).toBe(1);
  TestStream.made[0]?.onopen?.();
  expect(tab.heard).not.toContainEqual({ type: 'resync' });
  TestStream.made[0]?.onopen?.();
  expect(tab.heard).toContainEqual({ type: 'resync' });
});
