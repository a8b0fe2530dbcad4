import { expect, test } from 'vitest';
import { registrableDomain } from '#site/verification/registrable-domain.ts';

test.each([
  ['vusta.vn', 'vusta.vn'],
  ['www.vusta.vn', 'vusta.vn'],
  ['khcn.thaibinh.gov.vn', 'thaibinh.gov.vn'],
  ['hoi.com.vn', 'hoi.com.vn'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['m.facebook.com', 'facebook.com'],
  ['com.vn', 'com.vn'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
])('%s → %s', (hostname, expected) => {
  expect(registrableDomain(hostname)).toBe(expected);
});
