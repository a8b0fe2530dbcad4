import { expect, test } from 'vitest';
import { isOwnOrigin } from '#counter/core/is-own-origin.ts';

const site = 'https://example.org';

function isOwn(headers: Readonly<Record<string, string>>, siteOrigin?: string): boolean {
  return isOwnOrigin((name) => headers[name], siteOrigin);
}

test.each([
  [{ 'sec-fetch-site': 'same-origin', origin: site, host: 'example.org' }],
  [{ 'sec-fetch-site': 'same-origin', host: 'example.org' }],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null', host: 'example.org' }],
  [{ origin: site, host: 'example.org' }],
  [{ origin: site, host: 'example.org:443' }],
  [{ origin: site, host: 'EXAMPLE.org' }],
  [{ origin: 'http://localhost:8080', host: 'localhost:8080' }],
  [{ origin: 'http://[::1]:8080', host: '[::1]:8080' }],
])('%j comes from this site', (headers) => expect(isOwn(headers)).toBe(true));

test.each([
  [{ 'sec-fetch-site': 'cross-site', origin: site, host: 'example.org' }],
  [{ 'sec-fetch-site': 'same-site', origin: site, host: 'example.org' }],
  [{ 'sec-fetch-site': 'none', host: 'example.org' }],
  [{ 'sec-fetch-site': '', origin: site, host: 'example.org' }],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example', host: 'example.org' }],
  [{ origin: 'https://evil.example', host: 'example.org' }],
  [{ origin: 'https://example.org.evil.example', host: 'example.org' }],
  [{ origin: 'https://example.org:8443', host: 'example.org' }],
  [{ origin: 'http://example.org', host: 'example.org:443' }],
  [{ origin: 'ftp://example.org', host: 'example.org' }],
  [{ origin: 'null', host: 'example.org' }],
  [{ origin: '', host: 'example.org' }],
  [{ origin: 'https://undefined' }],
  [{ host: 'example.org' }],
  [{}],
])('%j does not come from this site', (headers) => expect(isOwn(headers)).toBe(false));

test('behind a proxy that changes the Host header, the origin of SITE_URL is accepted too', () => {
  expect(isOwn({ origin: site, host: '127.0.0.1:8787' }, site)).toBe(true);
  expect(isOwn({ origin: site, host: '127.0.0.1:8787' })).toBe(false);
  expect(isOwn({ origin: 'https://evil.example', host: '127.0.0.1:8787' }, site)).toBe(false);
});
