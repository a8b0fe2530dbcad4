import { expect, test } from 'vitest';
import { handleRequest, requestContext } from '#counter/core/handle-request.ts';
import { browserUserAgent } from './counter-host.ts';
import { memoryDatabase } from './memory-database.ts';
import { memoryVisitCounter } from './memory-visit-counter.ts';

test('hits on 100,000 random paths write no row to any table', async () => {
  const sql = memoryDatabase();
  const options = { counter: memoryVisitCounter(Date.now, sql), paths: () => new Set(['/', '/a/']) };
  const context = requestContext(options, Date.now);
  const rows = () =>
    ['counts', 'totals', 'recent', 'meta'].map((table) => sql.query(`SELECT count(*) AS n FROM ${table}`)[0]);
  const before = rows();
  let found = 0;
  for (let n = 0; n < 100_000; n++) {
    const { status } = await handleRequest(
      {
        method: 'POST',
        path: '/api/count/v1/hit',
        query: '',
        ip: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
        header: (name) =>
          name === 'user-agent' ? browserUserAgent() : name === 'sec-fetch-site' ? 'same-origin' : undefined,
        readBody: async () => `/${Math.random().toString(36).slice(2)}/`,
      },
      context,
    );
    if (status !== 404) found++;
  }
  expect(found).toBe(0);
  expect(rows()).toEqual(before);
});
