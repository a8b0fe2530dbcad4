import { expect, test } from 'vitest';
import { isSameAddress } from '#site/verification/follow-address.ts';

test.each([
  ['http://vi-du.vn/a/', 'https://vi-du.vn/a/', true],
  ['https://www.vi-du.vn/a/', 'https://vi-du.vn/a/', true],
  ['https://vi-du.vn/a.html', 'https://vi-du.vn/a', true],
  ['https://vi-du.vn/a/index.html', 'https://vi-du.vn/a/', true],
  ['https://vi-du.vn/a', 'https://vi-du.vn/a/', true],
  ['https://Vi-Du.vn/a/', 'https://vi-du.vn/a/', true],
  ['https://vi-du.vn/a/', 'http://vi-du.vn/a/', false],
  ['https://vi-du.vn/a/', 'https://vi-du.vn/', false],
  ['https://vi-du.vn/a/', 'https://vi-du.vn/a/?p=1', false],
  ['https://vi-du.vn/a/', 'https://vi-du.vn.nohu.example/a/', false],
  ['https://vi-du.vn/a/', 'https://m.vi-du.vn/a/', false],
  ['https://vi-du.vn/a/', 'https://vi-du.vn:8443/a/', false],
])('%s → %s: another spelling of the same address is %s', (from, to, expected) => {
  expect(isSameAddress(new URL(from), new URL(to))).toBe(expected);
});
