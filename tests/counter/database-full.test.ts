import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Counter } from '#counter/core/counter.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import { NotDurableError } from '#counter/core/visit-counter.ts';
import { fileSaltStore } from '#counter/node/file-salt-store.ts';
import { GroupCommitCounter } from '#counter/node/group-commit-counter.ts';
import { openDatabase } from '#counter/node/open-database.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

test('a full database refuses hits but stays readable; once there is space, all pending hits are written', async () => {
  const file = join(temporaryFolder(), 'counter.db');
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const database = openDatabase(file);
  const options = {
    store: new CounterStore(database),
    salts: fileSaltStore(`${file}.salt`, warn),
    keyBytes: 6,
    maxKeys: 1e6,
    maxPendingHits: 1e5,
  };
  const counts = new GroupCommitCounter(new Counter(options), database, Date.now, warn);
  await counts.restore();
  // A limit below the current size: the database cannot grow.
  database.query('PRAGMA max_page_count=1');

  let counted = 0;
  let refused = 0;
  for (let net = 0; refused === 0 && net < 100; net++) {
    const hits = Array.from({ length: 50 }, (_, index) =>
      counts.hit({ network: `10.0.${net}.${index}`, userAgent: 'A', path: '/a/' }),
    );
    for (const result of await Promise.allSettled(hits))
      if (result.status === 'fulfilled') counted++;
      else {
        expect(result.reason).toBeInstanceOf(NotDurableError);
        refused++;
      }
  }
  expect(counted).toBeGreaterThan(0);
  expect(refused).toBe(50);
  expect((await counts.figures(['/a/'])).pages).toEqual({ '/a/': counted });
  expect(await counts.health()).toMatchObject({ ok: false, dirty: 50 });

  database.query('PRAGMA max_page_count=100000');
  await counts.hit({ network: '10.9.9.9', userAgent: 'A', path: '/a/' });
  expect(await counts.figures(['/a/'])).toMatchObject({ total: counted + 51, pages: { '/a/': counted + 51 } });
  expect(await counts.health()).toMatchObject({ ok: true, dirty: 0 });
  counts.close();
  database.close();

  const reader = new DatabaseSync(file);
  expect(reader.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(reader.prepare("SELECT n FROM counts WHERE path='/a/'").get()).toEqual({ n: counted + 51 });
  reader.close();
  expect(warnings).toHaveLength(2);
});
