import { describe, expect, test } from 'vitest';
import { mayJudge, nextWatch, offlineAfterSeconds, systemName } from './devices.rules.ts';

test('lists show a system without its maker', () => {
  expect(systemName({ name: 'Microsoft Windows 11 Pro', version: '10.0.26100' })).toBe(
    'Windows 11 Pro 10.0.26100',
  );
  expect(systemName({ name: 'Debian GNU/Linux', version: '13' })).toBe('Debian GNU/Linux 13');
  expect(systemName({ name: 'macOS', version: '' })).toBe('macOS');
});

describe('who may be called silent', () => {
  const at = (seconds: number) => new Date(seconds * 1000);

  test('is off after one and a half reports and a little more', () => {
    expect(offlineAfterSeconds(60)).toBe(100);
    expect(offlineAfterSeconds(1)).toBe(11.5);
  });

  test('the first watch has missed nothing, one after a pause waits six minutes', () => {
    const first = nextWatch(null, at(1000));
    expect(mayJudge(first, at(1000))).toBe(true);
    const going = nextWatch(first, at(1060));
    expect(mayJudge(going, at(1060))).toBe(true);
    const paused = nextWatch(going, at(1060 + 181));
    expect(mayJudge(paused, at(1060 + 181))).toBe(false);
    const again = nextWatch(paused, at(1060 + 181 + 60));
    expect(mayJudge(again, at(1060 + 181 + 60))).toBe(false);
    expect(mayJudge(again, at(1060 + 181 + 361))).toBe(true);
  });
});
