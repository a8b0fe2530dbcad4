import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { CounterStore } from '#counter/core/counter-store.ts';
import { epochDayAt } from '#counter/core/epoch-day.ts';
import { counterPrefix } from '#counter/core/handle-request.ts';
import { partRows } from '#counter/core/rows.ts';
import { nodeSqlDatabase } from '#counter/node/node-sql-database.ts';
import { projectRoot } from '#site/settings.ts';
import { runScript, scriptArgs } from '../fixtures/run-script.ts';
import { runServer } from './run-counter.ts';

/** What the counter does meanwhile, and the median time of a page ÷ that of the same server when it is quiet. */
export interface PageDelay {
  readonly work: string;
  readonly ratio: number;
}

const [pathCount, dayCount, keyCount] = [1000, 400, 1_000_000];
const token = 'a'.repeat(64);
const bearer = { Authorization: `Bearer ${token}` };

/** Writes a database as large as it gets: 1,000 pages read on each of 400 days, and a million keys that are over. */
function writeHistory(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF');
  new CounterStore(nodeSqlDatabase(database));
  const today = epochDayAt(Date.now());
  const minute = Math.floor(Date.now() / 60_000) - 60;
  const numbers = (count: number) =>
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<${count - 1})`;
  const path = "CASE WHEN p.i=0 THEN '' ELSE '/bai-viet/tin-so-' || p.i || '/' END";
  database.exec(`BEGIN;
    INSERT INTO counts(day,path,n) ${numbers(dayCount)}, p(i) AS (${numbers(pathCount)} SELECT i FROM n)
      SELECT ${today} - n.i, ${path}, 1 + p.i % 7 FROM n, p;
    INSERT INTO totals(path,n) SELECT path,sum(n) FROM counts GROUP BY path;
    INSERT INTO recent(minute,keys) ${numbers(keyCount)}
      SELECT ${minute}, json_group_array(abs(random()) % 281474976710656) FROM n GROUP BY i / 200;
    INSERT INTO meta(name,value) SELECT 'aggregated',max(id) FROM recent;
    COMMIT`);
  database.close();
}

interface Client {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<string>;
  put(path: string, body: string): Promise<string>;
}

/** A client with a connection of its own. */
function client(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (method: string, path: string, headers: Readonly<Record<string, string>>, body = '') => {
    const outgoing = request({ host: '127.0.0.1', port, agent, method, path, headers });
    outgoing.end(body);
    const [response] = await once(outgoing, 'response');
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    return text;
  };
  return {
    get: (path, headers = {}) => send('GET', path, headers),
    put: (path, body) => send('PUT', path, { ...bearer, 'Content-Length': String(Buffer.byteLength(body)) }, body),
  };
}

/** The median time (ms) of the home page, requested one after another while `work` runs. */
async function medianOfPages(port: number, work: Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const reader = client(port);
  let isOver = false;
  const end = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const start = performance.now();
    await reader.get('/');
    times.push(performance.now() - start);
  }
  await end;
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

async function repeat(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n++) await work();
}

/** Exports part by part; gives the texts of the parts. */
async function exportAll(port: number): Promise<string[]> {
  const texts: string[] = [];
  const admin = client(port);
  for (let query = ''; ; ) {
    const text = await admin.get(`${counterPrefix}/admin${query}`, bearer);
    texts.push(text);
    const { next } = JSON.parse(text);
    if (!next) return texts;
    query = `?${new URLSearchParams(next)}`;
  }
}

/** Measures the pages of `npm run serve` while its counter, with the largest history there is, does its heaviest work. */
export async function measurePageDelay(folder: string): Promise<PageDelay[]> {
  mkdirSync(folder, { recursive: true });
  const [site, database] = [join(folder, 'site'), join(folder, 'history.db')];
  const content = join(projectRoot, 'tests', 'fixtures', 'small');
  runScript('build', { CONTENT_DIR: content, OUTPUT_DIR: site, MEMORY_DIR: join(folder, 'memory') });
  writeHistory(database);
  const { port, stop } = await runServer(scriptArgs('scripts/serve.ts'), {
    ...{ OUTPUT_DIR: site, CONTENT_DIR: content, SITE_URL: '', HOST: '127.0.0.1', PORT: '0' },
    ...{ COUNTER_DB: database, COUNTER_SALT: '', COUNTER_ADMIN_TOKEN: token, COUNTER_TRUSTED_HEADER: '' },
  });
  const admin = client(port);
  const keysAreGone = async () => {
    const reader = new DatabaseSync(database, { readOnly: true });
    try {
      while (reader.prepare('SELECT 1 FROM recent LIMIT 1').get()) await pause(100);
    } finally {
      reader.close();
    }
  };
  try {
    const clearing = await medianOfPages(port, keysAreGone());
    const quiet = await medianOfPages(port, pause(3000));
    let texts: string[] = [];
    const all = Array.from({ length: 4 }, () => client(port));
    const works: readonly (readonly [string, () => Promise<unknown>])[] = [
      [
        'four clients ask for all figures',
        () => Promise.all(all.map((one) => repeat(200, () => one.get(`${counterPrefix}/all`)))),
      ],
      ['the operator asks for all figures', () => repeat(30, () => admin.get(`${counterPrefix}/all`, bearer))],
      [
        'an export',
        async () => {
          texts = await exportAll(port);
        },
      ],
      [
        'an import of 100,000 rows',
        async () => {
          for (const text of texts.slice(0, 100_000 / partRows))
            await admin.put(
              `${counterPrefix}/admin`,
              JSON.stringify({ mode: 'set', rows: JSON.parse(text).rows.map(double) }),
            );
        },
      ],
    ];
    const delays: PageDelay[] = [{ work: 'a million keys are loaded and forgotten', ratio: clearing / quiet }];
    for (const [work, run] of works) delays.push({ work, ratio: (await medianOfPages(port, run())) / quiet });
    return delays;
  } finally {
    await stop('SIGTERM');
  }
}

/** A row with another number, so that an import has to write it. */
function double(row: { readonly n: number }): object {
  return { ...row, n: row.n * 2 };
}
