import { expect, test } from 'vitest';
import { allowedHosts } from '#server/allowed-hosts.ts';
import { originForm, requestedHost } from '#server/requested-host.ts';

const hostOf = (url: string, ...hosts: string[]) =>
  requestedHost({ url, rawHeaders: ['Accept', '*/*', ...hosts.flatMap((host) => ['hOsT', host])] });

test.each([
  ['/', ['Example.ORG'], 'example.org'],
  ['/', ['example.org:8080'], 'example.org'],
  ['/', ['[::1]:8080'], '::1'],
  ['/', ['127.0.0.1'], '127.0.0.1'],
  ['/', [], ''],
  ['/', [''], ''],
  // An absolute target counts, whatever the header says (RFC 9112 §3.2.2).
  ['http://example.org:80/a', ['evil.example'], 'example.org'],
] as const)('a request for %j with Host %j is for “%s”', (url, hosts, expected) => {
  expect(hostOf(url, ...hosts)).toBe(expected);
});

test.each([
  ['/', ['a', 'a']],
  ['/', ['example.org@evil.example']],
  ['/', ['evil.example/x']],
  ['/', ['a b']],
  ['/', ['[::1']],
  ['http://a@b/', ['a']],
] as const)('a request for %j with Host %j is malformed', (url, hosts) => {
  expect(hostOf(url, ...hosts)).toBeUndefined();
});

test.each([
  ['/a?b', '/a?b'],
  ['http://example.org/a?b', '/a?b'],
  ['HTTP://example.org', '/'],
  ['http://example.org?b', '/?b'],
  ['*', '*'],
])('the target %s has the origin form %s', (target, expected) => expect(originForm(target)).toBe(expected));

test('a server on this computer answers for it and for the site, and for no other name', () => {
  const isAllowed = allowedHosts('127.0.0.1', 'https://example.org:8443/hoi');
  for (const name of ['localhost', '127.0.0.1', '127.8.8.8', '::1', 'example.org']) expect(isAllowed(name)).toBe(true);
  for (const name of ['evil.example', 'www.example.org', '192.168.1.7', '2001:db8::1', 'localhost.evil.example'])
    expect(isAllowed(name)).toBe(false);
});

test('a server on all addresses answers for every address, as a telephone in the same network calls it', () => {
  const isAllowed = allowedHosts('0.0.0.0', undefined);
  for (const name of ['192.168.1.7', '2001:db8::1', 'localhost']) expect(isAllowed(name)).toBe(true);
  for (const name of ['evil.example', '']) expect(isAllowed(name)).toBe(false);
});
