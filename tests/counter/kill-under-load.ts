import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { HitConnection, hitRequest, loadTestSitemap, pathOfVisitor } from '#bench/counter/hit-load.ts';
import { type RunningServer, runCounter } from '#bench/counter/run-counter.ts';
import { CounterStore } from '#counter/core/counter-store.ts';
import { counterPrefix } from '#counter/core/handle-request.ts';
import { nodeSqlDatabase } from '#counter/node/node-sql-database.ts';

const connections = 48;
const repeatedVisitors = 100;
const maxLoopIterations = 500;

/** The effect of a shutdown under load on the hits that the counter had acknowledged. */
export interface ShutdownResult {
  /** Hits answered with `counted: true` before the shutdown. */
  readonly acknowledged: number;
  /** Hits without a response. */
  readonly inFlight: number;
  /** Acknowledged views that are not stored. */
  readonly lost: number;
  /** Stored views without a response: hits in flight. */
  readonly extra: number;
  /** Acknowledged visitors that were counted again after the restart. */
  readonly recounted: number;
  /** Result of SQLite's integrity_check: "ok". */
  readonly integrity: string;
  /** Whether the total of every path equals the sum of its days. */
  readonly sumsAgree: boolean;
  /** Null when a signal terminated the process. */
  readonly exitCode: number | null;
}

/** Repeatedly stops a counter on the same files by a signal, each time after `limits[i]` acknowledged hits. */
export async function* killUnderLoad(
  folder: string,
  signal: NodeJS.Signals,
  limits: readonly number[],
): AsyncGenerator<ShutdownResult> {
  writeFileSync(join(folder, 'sitemap.xml'), loadTestSitemap);
  const storedBefore = new Map<string, number>();
  let visitor = 0;
  for (const limit of limits) {
    const counter = await runCounter(folder);
    const acknowledged: number[] = [];
    const firstVisitor = visitor;
    let exit: Promise<number | null> | undefined;
    const load = Array.from({ length: connections }, async () => {
      const connection = new HitConnection(counter.port);
      for (;;) {
        const current = visitor++;
        const response = await connection.send(hitRequest(current));
        if (response === undefined) return;
        if (response.includes('"counted":true')) acknowledged.push(current);
        if (acknowledged.length >= limit) exit ??= randomDelay().then(() => counter.stop(signal));
      }
    });
    await Promise.all(load);
    if (!exit) throw new Error('the counter ended before it was told to');
    const exitCode = await exit;

    const restarted = await runCounter(folder);
    const stored = await viewsOf(restarted);
    let lost = 0;
    let extra = 0;
    const expected = new Map(storedBefore);
    for (const id of acknowledged) expected.set(pathOfVisitor(id), (expected.get(pathOfVisitor(id)) ?? 0) + 1);
    for (const path of new Set([...expected.keys(), ...stored.keys()])) {
      const difference = (stored.get(path) ?? 0) - (expected.get(path) ?? 0);
      if (difference < 0) lost -= difference;
      else extra += difference;
    }
    const recounted = await countedAgain(restarted, acknowledged.slice(-repeatedVisitors));
    await restarted.stop('SIGTERM');
    for (const [path, n] of stored) storedBefore.set(path, n);

    yield {
      acknowledged: acknowledged.length,
      inFlight: visitor - firstVisitor - acknowledged.length,
      lost,
      extra,
      recounted,
      ...inspectDatabase(join(folder, 'counter.db')),
      exitCode,
    };
  }
}

/** Waits for a random number of event loop iterations, so that the signal interrupts the counter at any point. */
async function randomDelay(): Promise<void> {
  for (let count = Math.floor(Math.random() * maxLoopIterations); count > 0; count--) await setImmediate();
}

async function viewsOf({ port }: RunningServer): Promise<Map<string, number>> {
  const response = await fetch(`http://127.0.0.1:${port}${counterPrefix}/all`);
  const { total, pages } = (await response.json()) as { total: number; pages: Record<string, number> };
  // Every visitor of the load test opens one page, so visits and views must be equal.
  const views = Object.values(pages).reduce((sum, n) => sum + n, 0);
  if (views !== total) throw new Error(`${total} visits, but ${views} views`);
  return new Map(Object.entries(pages));
}

async function countedAgain({ port }: RunningServer, visitors: readonly number[]): Promise<number> {
  const connection = new HitConnection(port);
  let counted = 0;
  for (const visitor of visitors) {
    const response = await connection.send(hitRequest(visitor));
    if (!response?.includes('"counted":false')) counted++;
  }
  connection.end();
  return counted;
}

function inspectDatabase(file: string): Pick<ShutdownResult, 'integrity' | 'sumsAgree'> {
  const database = new DatabaseSync(file);
  const check = database.prepare('PRAGMA integrity_check').get();
  new CounterStore(nodeSqlDatabase(database)).aggregate();
  const sums = database.prepare('SELECT path,sum(n) AS n FROM counts GROUP BY path ORDER BY path').all();
  const totals = database.prepare('SELECT path,n FROM totals ORDER BY path').all();
  database.close();
  return {
    integrity: String(check?.['integrity_check']),
    sumsAgree: JSON.stringify(sums) === JSON.stringify(totals),
  };
}
