import { expect, test } from 'vitest';
import { networkOf } from '#counter/core/network-of.ts';

test.each(['203.0.113.7', '0.0.0.0', '255.255.255.255'])('the network of %s is the address itself', (address) =>
  expect(networkOf(address)).toBe(address),
);

test.each([
  '2001:db8:1:2::1',
  '2001:db8:1:2:ffff:ffff:ffff:ffff',
  '2001:0DB8:0001:0002:0000:0000:0000:0001',
  '2001:db8:1:2::',
  '2001:db8:1:2::203.0.113.7',
])('%s belongs to its /64', (address) => expect(networkOf(address)).toBe('2001:db8:1:2::/64'));

test.each([
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['fe80::1%25', 'fe80:0:0:0::/64'],
  ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
  ['2001:db8:0:1::', '2001:db8:0:1::/64'],
])('%s is in %s', (address, network) => expect(networkOf(address)).toBe(network));

test.each([
  '::ffff:203.0.113.7',
  '::FFFF:203.0.113.7',
  '::ffff:cb00:7107',
  '0:0:0:0:0:ffff:cb00:7107',
  '0000:0000:0000:0000:0000:ffff:203.0.113.7',
  '::ffff:203.0.113.7%eth0',
])('%s is reduced to the mapped IPv4 address', (address) => expect(networkOf(address)).toBe('203.0.113.7'));

test('two adjacent /64 prefixes are two networks', () =>
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1')));

test.each([
  '',
  'unknown',
  '203.0.113',
  '203.0.113.256',
  '203.0.113.07',
  '203.0.113.7.',
  '203.0.113.7, 203.0.113.8',
  '203.0.113.7:80',
  '0x7f.1',
  '1:2:3',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  '::g',
  '[::1]',
  '[::1]:80',
  '::1]',
  '::1]/x',
  '::1]?x',
  'reader@[::1',
  '\t::1',
  '::1 ',
  ':',
  '%eth0',
])('%j is not an IP address', (text) => expect(networkOf(text)).toBeUndefined());
