import { partRows } from '#counter/core/rows.ts';
import type { ImportResult } from '#counter/core/visit-counter.ts';
import { fetchFromCounter } from './fetch-from-counter.ts';

/** The body of an import, with any number of rows. */
export interface ImportBody {
  readonly mode: 'set' | 'add';
  /** Of an addition: it is applied once. */
  readonly id?: string;
  readonly rows: readonly unknown[];
  readonly carried?: unknown;
  readonly additions?: unknown;
}

/**
 * Imports into the counter, part by part. Each part is written as a whole or not at all, and a part that was added is
 * not added again: after an interruption the same import goes on. `applied` is false if all of it was there before.
 */
export async function importIntoCounter({
  id,
  rows,
  carried,
  additions,
  ...common
}: ImportBody): Promise<ImportResult> {
  let applied = false;
  for (let from = 0; from === 0 || from < rows.length; from += partRows) {
    const number = from / partRows + 1;
    const body = {
      ...common,
      ...(id !== undefined && { id: number === 1 ? id : `${id}.${number}` }),
      rows: rows.slice(from, from + partRows),
      ...(number === 1 && { carried, additions }),
    };
    const result = (await fetchFromCounter('/admin', { method: 'PUT', admin: true, body })) as ImportResult;
    applied ||= result.applied;
  }
  return { applied, rows: rows.length };
}
