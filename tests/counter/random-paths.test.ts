import { expect, test } from 'vitest';
import { answer, type Host } from '#counter/core/answer.ts';
import { browser } from './counter-host.ts';
import { memoryCounts } from './memory-counts.ts';
import { memorySql } from './memory-sql.ts';

test('hits on 100,000 random paths write no row to any table', async () => {
  const sql = memorySql();
  const context: Host = { counts: memoryCounts(Date.now, sql), paths: () => new Set(['/', '/a/']) };
  const rows = () =>
    ['counts', 'totals', 'seen', 'tallies', 'meta'].map((table) => sql.rows(`SELECT count(*) AS n FROM ${table}`)[0]);
  const before = rows();
  let found = 0;
  for (let n = 0; n < 100_000; n++) {
    const { status } = await answer(
      {
        method: 'POST',
        path: '/api/count/v1/hit',
        query: '',
        ip: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
        header: (name) => (name === 'user-agent' ? browser() : name === 'sec-fetch-site' ? 'same-origin' : undefined),
        body: async () => `/${Math.random().toString(36).slice(2)}/`,
      },
      context,
    );
    if (status !== 404) found++;
  }
  expect(found).toBe(0);
  expect(rows()).toEqual(before);
});
