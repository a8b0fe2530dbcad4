import { countedPath } from './counted-path.ts';
import { dateOfEpochDay, epochDayOfDate } from './epoch-day.ts';

/** The day of all carried-over numbers: those of the old site, and of days older than 400 days. */
export const carriedDay = 0;

/** The path of the row that counts visits to the site. */
export const visitsPath = '';

/** One number of the counter: views of a path (or visits) on a day. */
export interface CountRow {
  readonly day: number;
  readonly path: string;
  readonly n: number;
}

/** A row in an export: day "2026-11-24" or "carried", path "" for visits. */
export interface ExportedRow {
  readonly day: string;
  readonly path: string;
  readonly n: number;
}

/** The total of the old site and the date ("2026-11-24") it was read. */
export interface CarriedTotal {
  readonly visits: number;
  readonly taken: string;
}

/** A part of the data of a counter, in the format that an import accepts. */
export interface CounterExport {
  readonly v: 1;
  readonly at: string;
  readonly rows: readonly ExportedRow[];
  readonly carried?: CarriedTotal;
  /** The digest of the rows of each addition so far, by id. */
  readonly additions: Readonly<Record<string, string>>;
  /** The last row of the part, which the next part begins after; absent in the last part. */
  readonly next?: RowPosition;
  /** The first day that is not in the carried rows; while it changes, parts do not belong together. */
  readonly firstDay: string;
}

/** The place of a row in the order of an export: carried rows first, then by day and path. */
export type RowPosition = Pick<ExportedRow, 'day' | 'path'>;

/** The maximum number of rows in a part of an export, and in an import: either takes some ms, in which no hit is counted. */
export const partRows = 1000;

/** Rows to import: `set` replaces each number, `add` adds to it, once for each id. */
export type CounterImport = {
  readonly rows: readonly CountRow[];
  readonly carried?: CarriedTotal;
  readonly additions: Readonly<Record<string, string>>;
} & ({ readonly mode: 'set' } | { readonly mode: 'add'; readonly id: string });

/** Thrown when an import is refused; no row of it was written. `status` is the HTTP status. */
export class ImportError extends Error {
  readonly status: 400 | 409 | 413;
  constructor(status: ImportError['status'], message: string) {
    super(message);
    this.status = status;
  }
}

export function toExportedRow({ day, path, n }: CountRow): ExportedRow {
  return { day: day === carriedDay ? 'carried' : dateOfEpochDay(day), path, n };
}

/** Parses the body of an import request. Throws an ImportError that names the first invalid row. */
export function parseImport(text: string): CounterImport {
  const body = requireObject(parseJson(text), 'the body');
  const { mode, id, rows, carried, additions = {} } = body;
  if (!Array.isArray(rows)) throw new ImportError(400, 'rows: missing, or no array');
  if (rows.length > partRows) throw new ImportError(413, `rows: at most ${partRows} in a request`);
  const common = {
    rows: rows.map((row, index) => parseRow(row, `row ${index + 1}`)),
    ...(carried !== undefined && { carried: parseCarried(carried) }),
    additions: parseAdditions(additions),
  };
  const keys = new Set<string>();
  for (const [index, { day, path }] of common.rows.entries()) {
    const key = `${day} ${path}`;
    if (keys.has(key)) throw new ImportError(400, `row ${index + 1}: the same day and path as an earlier row`);
    keys.add(key);
  }
  if (mode === 'set') return { mode, ...common };
  if (mode !== 'add') throw new ImportError(400, 'mode: must be "set" or "add"');
  if (typeof id !== 'string' || !/^[\w.:-]{1,100}$/.test(id))
    throw new ImportError(400, 'id: an addition needs one, of 1 to 100 letters, digits and . : _ -');
  return { mode, id, ...common };
}

/** The row that a part of an export begins after, in the query of its request; none for the first part. */
export function parseExportStart(query: string): RowPosition | undefined {
  const parameters = new URLSearchParams(query);
  const [day, path] = [parameters.get('day'), parameters.get('path')];
  return day === null || path === null ? undefined : { day, path };
}

/** The day of an exported row. Throws an ImportError. */
function parseDay(date: unknown, name: string): number {
  const day = typeof date === 'string' ? (date === 'carried' ? carriedDay : epochDayOfDate(date)) : undefined;
  if (day === undefined || day < carriedDay || (day === carriedDay && date !== 'carried'))
    throw new ImportError(400, `${name}: day must be "carried" or a date like "2026-11-24"`);
  return day;
}

/** The position of a row as the store has it; before all rows if there is none. Throws an ImportError. */
export function storedPosition(position: RowPosition | undefined): Pick<CountRow, 'day' | 'path'> {
  return position ? { day: parseDay(position.day, 'the query'), path: position.path } : { day: -1, path: '' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError(400, 'the body is no JSON');
  }
}

function requireObject(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ImportError(400, `${name}: must be an object`);
  return { ...value };
}

function parseRow(value: unknown, name: string): CountRow {
  const { day: date, path, n } = requireObject(value, name);
  const day = parseDay(date, name);
  if (typeof path !== 'string' || (path !== visitsPath && countedPath(path) !== path))
    throw new ImportError(400, `${name}: path must be "" (visits) or a path like "/bai-viet/"`);
  return { day, path, n: parseCount(n, `${name}: n`) };
}

function parseCount(n: unknown, name: string): number {
  // Far below 2^53, so that sums of rows stay safe integers.
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n > 1e12)
    throw new ImportError(400, `${name} must be a whole number from 0 to 10^12`);
  return n;
}

function parseCarried(value: unknown): CarriedTotal {
  const { visits, taken } = requireObject(value, 'carried');
  if (typeof taken !== 'string' || epochDayOfDate(taken) === undefined)
    throw new ImportError(400, 'carried: taken must be a date like "2026-11-24"');
  return { visits: parseCount(visits, 'carried: visits'), taken };
}

function parseAdditions(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(requireObject(value, 'additions')).map(([id, digest]) => {
      if (typeof digest !== 'string') throw new ImportError(400, `additions: ${id} must be a text`);
      return [id, digest];
    }),
  );
}
