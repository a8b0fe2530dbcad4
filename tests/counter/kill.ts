import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { HitConnection, hitOf, loadedSitemap, pathOf } from '#bench/counter/hit-load.ts';
import { type RunningServer, runCounter } from '#bench/counter/run-counter.ts';
import { prefix } from '#counter/core/answer.ts';

const connections = 48;
const askedAgain = 100;
const mostTurns = 500;

/** What one end under load did to the hits that the counter had acknowledged. */
export interface Ending {
  /** Hits it had answered with `counted: true` when it ended. */
  readonly acknowledged: number;
  /** Hits that had no answer yet. */
  readonly inFlight: number;
  /** Acknowledged views that are not stored. */
  readonly lost: number;
  /** Stored views that nobody was told of; they were in flight. */
  readonly extra: number;
  /** Visitors, acknowledged before, that counted again after the restart. */
  readonly recounted: number;
  /** Of SQLite: "ok". */
  readonly integrity: string;
  /** Whether the total of every path is the sum of its days. */
  readonly sumsAgree: boolean;
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
}

/** Ends a counter again and again on the same files, each time after a number of acknowledged hits. */
export async function* endings(
  folder: string,
  signal: NodeJS.Signals,
  after: readonly number[],
): AsyncGenerator<Ending> {
  writeFileSync(join(folder, 'sitemap.xml'), loadedSitemap);
  const before = new Map<string, number>();
  let visitor = 0;
  for (const limit of after) {
    const counter = await runCounter(folder);
    const acknowledged: number[] = [];
    const first = visitor;
    let exit: Promise<number | null> | undefined;
    const load = Array.from({ length: connections }, async () => {
      const connection = new HitConnection(counter.port);
      for (;;) {
        const mine = visitor++;
        const answer = await connection.ask(hitOf(mine));
        if (answer === undefined) return;
        if (answer.includes('"counted":true')) acknowledged.push(mine);
        if (acknowledged.length >= limit) exit ??= someTurns().then(() => counter.end(signal));
      }
    });
    await Promise.all(load);
    if (!exit) throw new Error('the counter ended before it was told to');
    const exitCode = await exit;

    const again = await runCounter(folder);
    const stored = await viewsOf(again);
    let lost = 0;
    let extra = 0;
    const expected = new Map(before);
    for (const each of acknowledged) expected.set(pathOf(each), (expected.get(pathOf(each)) ?? 0) + 1);
    for (const path of new Set([...expected.keys(), ...stored.keys()])) {
      const difference = (stored.get(path) ?? 0) - (expected.get(path) ?? 0);
      if (difference < 0) lost -= difference;
      else extra += difference;
    }
    const recounted = await countedAgain(again, acknowledged.slice(-askedAgain));
    await again.end('SIGTERM');
    for (const [path, n] of stored) before.set(path, n);

    yield {
      acknowledged: acknowledged.length,
      inFlight: visitor - first - acknowledged.length,
      lost,
      extra,
      recounted,
      ...inspected(join(folder, 'counter.db')),
      exitCode,
    };
  }
}

/** A few turns of the event loop, so that the end comes in the middle of whatever the counter does. */
async function someTurns(): Promise<void> {
  for (let left = Math.floor(Math.random() * mostTurns); left > 0; left--) await setImmediate();
}

async function viewsOf({ port }: RunningServer): Promise<Map<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${port}${prefix}/all`);
  const { total, pages } = (await answer.json()) as { total: number; pages: Record<string, number> };
  // Every visitor of the load opens one page, so the visits are kept as the views are, or both are wrong.
  const views = Object.values(pages).reduce((sum, n) => sum + n, 0);
  if (views !== total) throw new Error(`${total} visits, but ${views} views`);
  return new Map(Object.entries(pages));
}

async function countedAgain({ port }: RunningServer, visitors: readonly number[]): Promise<number> {
  const connection = new HitConnection(port);
  let counted = 0;
  for (const visitor of visitors) {
    const answer = await connection.ask(hitOf(visitor));
    if (!answer?.includes('"counted":false')) counted++;
  }
  connection.end();
  return counted;
}

function inspected(file: string): Pick<Ending, 'integrity' | 'sumsAgree'> {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database.prepare('PRAGMA integrity_check').get();
  const sums = database.prepare('SELECT path,sum(n) AS n FROM counts GROUP BY path ORDER BY path').all();
  const totals = database.prepare('SELECT path,n FROM totals ORDER BY path').all();
  database.close();
  return {
    integrity: String(found?.['integrity_check']),
    sumsAgree: JSON.stringify(sums) === JSON.stringify(totals),
  };
}
