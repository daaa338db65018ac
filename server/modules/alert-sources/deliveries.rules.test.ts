import { describe, expect, test } from 'vitest';
import { AppError } from '#platform/errors.ts';
import { FIRING } from './alertmanager.fixture.ts';
import { readDelivery, severityOf } from './deliveries.rules.ts';

test('what Alertmanager sends is read as it is meant', () => {
  const [first] = readDelivery('alertmanager', FIRING);
  expect(first).toMatchObject({
    key: 'd6860809fef389e4',
    isResolved: false,
    title: 'Disk / of srv-01 is full',
    text: 'Only 3% left.\nPlease act.',
    severity: 'critical',
    url: 'http://prometheus.test/graph?g0.expr=disk',
    deviceNames: ['srv-01.corp.test:9100', 'srv-01.corp.test', 'srv-01'],
  });
  expect(first?.labels).toMatchObject({ alertname: 'DiskFull', mountpoint: '/' });
});

test('an old Alertmanager gives no fingerprints: the labels tell alerts apart', () => {
  const alerts = FIRING.alerts.map(({ fingerprint: _none, ...alert }) => alert);
  const [a, b] = readDelivery('alertmanager', { ...FIRING, alerts });
  const [again] = readDelivery('alertmanager', { ...FIRING, alerts });
  expect(a?.key).toBe(again?.key);
  expect(a?.key).not.toBe(b?.key);
});

describe('plain JSON', () => {
  test('is one alert or many', () => {
    expect(readDelivery('plain', { title: 'Backup failed' })).toMatchObject([
      { title: 'Backup failed', severity: 'warning', isResolved: false, url: null },
    ]);
    const many = { alerts: [{ title: 'A' }, { title: 'B', status: 'resolved' }] };
    expect(readDelivery('plain', many).map(({ isResolved }) => isResolved)).toEqual([false, true]);
  });

  test('texts are put on one line and cut; links that are scripts are left out', () => {
    const [alert] = readDelivery('plain', {
      title: `Line one\r\nline two\0${'x'.repeat(1000)}`,
      text: 'y'.repeat(10_000),
      url: 'javascript:alert(1)',
      labels: { a: 1, b: true, c: { nested: 1 }, '<b>': 'x\ny' },
    });
    expect(alert?.title).toMatch(/^Line one line two x+$/);
    expect(alert?.title.length).toBeLessThanOrEqual(250);
    expect(alert?.text).toHaveLength(5_000);
    expect(alert?.url).toBeNull();
    expect(alert?.labels).toEqual({ a: '1', b: 'true', '<b>': 'x y' });
  });
});

test.each([
  ['alertmanager', { title: 'Plain' }],
  ['alertmanager', null],
  ['alertmanager', { ...FIRING, alerts: [{ ...FIRING.alerts[0], status: 'odd' }] }],
  ['alertmanager', { ...FIRING, alerts: [{ ...FIRING.alerts[0], startsAt: 'today' }] }],
  ['plain', { text: 'No title' }],
  ['plain', { alerts: [] }],
  ['plain', []],
  ['plain', 'text'],
  ['plain', undefined],
] as const)('what is not %s is refused', (format, body) => {
  expect(() => readDelivery(format, body)).toThrow(AppError);
});

test.each([
  ['critical', 'critical'],
  ['PAGE', 'critical'],
  ['warn', 'warning'],
  ['info', 'information'],
  ['none', 'information'],
  ['whatever', 'warning'],
  [undefined, 'warning'],
])('severity %s is %s', (word, severity) => {
  expect(severityOf(word)).toBe(severity);
});
