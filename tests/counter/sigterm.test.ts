import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { scriptArgs } from '#bench/fixtures/run-script.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import { nodeSqlDatabase } from '#counter/node/node-sql-database.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { type CounterHost, sendHit, sitemapXml, unusedIpAddress } from './counter-host.ts';

test('after SIGTERM `npm run counter` answers and stores the hits in flight, then exits with 0', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'sitemap.xml'), sitemapXml);
  const child = spawn(process.execPath, scriptArgs('scripts/counter.ts'), {
    env: {
      ...process.env,
      COUNTER_DB: join(folder, 'counter.db'),
      COUNTER_SITEMAP: join(folder, 'sitemap.xml'),
      COUNTER_PORT: '0',
      COUNTER_TRUSTED_HEADER: 'X-Real-IP',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [output] = await once(child.stdout, 'data');
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(String(output))?.[1]);
  const host: CounterHost = { port, ipHeader: 'X-Real-IP', stop: async () => {} };

  const hits = Array.from({ length: 60 }, () => sendHit(host, '/a/', { ip: unusedIpAddress() }));
  await hits[0];
  child.kill('SIGTERM');
  const answered = (await Promise.allSettled(hits)).flatMap((result) =>
    result.status === 'fulfilled' ? result.value : [],
  );
  expect(await exited).toEqual([0, null]);
  expect(answered.length).toBeGreaterThan(0);
  expect(answered.every(({ status, text }) => status === 200 && JSON.parse(text).counted)).toBe(true);

  const database = new DatabaseSync(join(folder, 'counter.db'));
  const stored = new CounterStore(nodeSqlDatabase(database)).total('/a/');
  database.close();
  // A hit whose response did not arrive may be stored; every hit with a response must be.
  expect(stored).toBeGreaterThanOrEqual(answered.length);
  expect(stored).toBeLessThanOrEqual(60);
});
