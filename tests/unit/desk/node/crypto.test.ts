import * as node from 'node:crypto';
import { expect, test } from 'vitest';
import { hash } from '#desk/node/crypto.ts';

test.each([0, 1, 55, 56, 63, 64, 65, 1000])('the hash of %i letters is that of Node', (length) => {
  const text = 'Thái Bình '.repeat(100).slice(0, length);
  for (const encoding of ['hex', 'base64url'] as const)
    expect(hash('sha256', text, encoding)).toBe(node.hash('sha256', text, encoding));
});
