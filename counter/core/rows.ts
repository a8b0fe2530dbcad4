import { dateOf, dayFromDate } from './calendar.ts';
import { countedPath } from './counted-path.ts';

/** The day under which stands what was carried over: from the old site, and from days older than are kept. */
export const carriedDay = 0;

/** The path under which the visits to the whole site stand. */
export const visitsPath = '';

/** One number of the counter. */
export interface Row {
  readonly day: number;
  readonly path: string;
  readonly n: number;
}

/** A row as it is exported: day "2026-11-24" or "carried", path "" for visits. */
export interface ExportedRow {
  readonly day: string;
  readonly path: string;
  readonly n: number;
}

/** The total of the old site and the day it was taken. */
export interface Carried {
  readonly visits: number;
  readonly taken: string;
}

/** All that a counter holds: what one host exports and another imports. */
export interface Export {
  readonly v: 1;
  readonly at: string;
  readonly rows: readonly ExportedRow[];
  readonly carried?: Carried;
  /** The additions made so far, by id, each with the digest of its rows. */
  readonly additions: Readonly<Record<string, string>>;
}

/** Rows to take in: `set` puts each number in place of what stands there, `add` adds it, once for each id. */
export type Import = {
  readonly rows: readonly Row[];
  readonly carried?: Carried;
  readonly additions: Readonly<Record<string, string>>;
} & ({ readonly mode: 'set' } | { readonly mode: 'add'; readonly id: string });

/** Why an import was refused; nothing of it was taken in. */
export class ImportError extends Error {
  readonly status: 400 | 409;
  constructor(status: 400 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

export function exportedRow({ day, path, n }: Row): ExportedRow {
  return { day: day === carriedDay ? 'carried' : dateOf(day), path, n };
}

/** An import from the text of a request. Throws an ImportError that names the first bad row. */
export function parseImport(text: string): Import {
  const body = record(parsed(text), 'the body');
  const { mode, id, rows, carried, additions = {} } = body;
  if (!Array.isArray(rows)) throw new ImportError(400, 'rows: missing, or no array');
  const shared = {
    rows: rows.map((row, index) => parseRow(row, `row ${index + 1}`)),
    ...(carried !== undefined && { carried: parseCarried(carried) }),
    additions: parseAdditions(additions),
  };
  const places = new Set<string>();
  for (const [index, { day, path }] of shared.rows.entries()) {
    const place = `${day} ${path}`;
    if (places.has(place)) throw new ImportError(400, `row ${index + 1}: the same day and path as an earlier row`);
    places.add(place);
  }
  if (mode === 'set') return { mode, ...shared };
  if (mode !== 'add') throw new ImportError(400, 'mode: must be "set" or "add"');
  if (typeof id !== 'string' || !/^[\w.:-]{1,100}$/.test(id))
    throw new ImportError(400, 'id: an addition needs one, of 1 to 100 letters, digits and . : _ -');
  return { mode, id, ...shared };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError(400, 'the body is no JSON');
  }
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ImportError(400, `${name}: must be an object`);
  return { ...value };
}

function parseRow(value: unknown, name: string): Row {
  const { day: date, path, n } = record(value, name);
  const day = typeof date === 'string' ? (date === 'carried' ? carriedDay : dayFromDate(date)) : undefined;
  if (day === undefined || day < carriedDay || (day === carriedDay && date !== 'carried'))
    throw new ImportError(400, `${name}: day must be "carried" or a date like "2026-11-24"`);
  if (typeof path !== 'string' || (path !== visitsPath && countedPath(path) !== path))
    throw new ImportError(400, `${name}: path must be "" (visits) or a path like "/bai-viet/"`);
  return { day, path, n: parseCount(n, `${name}: n`) };
}

function parseCount(n: unknown, name: string): number {
  // Far below 2^53, so that no sum of rows can leave the exact whole numbers.
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n > 1e12)
    throw new ImportError(400, `${name} must be a whole number from 0 to 10^12`);
  return n;
}

function parseCarried(value: unknown): Carried {
  const { visits, taken } = record(value, 'carried');
  if (typeof taken !== 'string' || dayFromDate(taken) === undefined)
    throw new ImportError(400, 'carried: taken must be a date like "2026-11-24"');
  return { visits: parseCount(visits, 'carried: visits'), taken };
}

function parseAdditions(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(value, 'additions')).map(([id, digest]) => {
      if (typeof digest !== 'string') throw new ImportError(400, `additions: ${id} must be a text`);
      return [id, digest];
    }),
  );
}
