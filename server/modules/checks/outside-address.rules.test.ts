import { describe, expect, test } from 'vitest';
import { listOf, mayConnect } from './outside-address.rules.ts';

const NOBODY = listOf([]);

describe('nobody connects to the neighbourhood of the server', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.7',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
  ])('%s', (address) => expect(mayConnect(address, NOBODY)).toBe(false));
});

describe('everybody connects to the public internet', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.1',
    '198.17.255.255',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '2001:200::1',
  ])('%s', (address) => expect(mayConnect(address, NOBODY)).toBe(true));
});

describe('the operator opens ranges, and nothing beside them', () => {
  const allowed = listOf(['10.20.0.0/16', '192.168.7.7', 'fd12::/16', '127.0.0.1/32']);
  test.each([
    ['10.20.255.1', true],
    ['10.21.0.1', false],
    ['192.168.7.7', true],
    ['192.168.7.8', false],
    ['fd12:1::1', true],
    ['fd13::1', false],
    ['::ffff:10.20.0.1', true],
    ['127.0.0.1', true],
    ['127.0.0.2', false],
    ['::1', false],
    ['169.254.169.254', false],
  ])('%s: %s', (address, is) => expect(mayConnect(address, allowed)).toBe(is));
});
