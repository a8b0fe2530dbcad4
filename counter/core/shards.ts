import { createHash } from 'node:crypto';
import type { AllFigures, Figures } from './counts.ts';
import type { Carried, Export, ExportedRow } from './rows.ts';

type Numbers = Readonly<Record<string, number>>;

/** Which of so many counters a visitor belongs to: by network, so that repeats and limits stay inside one. */
export function shardOf(network: string, shards: number): number {
  return createHash('sha256').update(network).digest().readUInt32BE(0) % shards;
}

function sum(parts: readonly Numbers[]): Numbers {
  const all: Record<string, number> = {};
  for (const part of parts) for (const [name, n] of Object.entries(part)) all[name] = (all[name] ?? 0) + n;
  return all;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((so, n) => so + n, 0);
}

/** The figures of several counters as one. */
export function sumFigures(parts: readonly Figures[]): Figures {
  return {
    total: total(parts.map((part) => part.total)),
    today: total(parts.map((part) => part.today)),
    pages: sum(parts.map(({ pages }) => pages)),
  };
}

/** What several counters answer to /all as one. */
export function sumAll(parts: readonly AllFigures[]): AllFigures {
  const carried = onlyCarried(parts);
  return {
    v: 1,
    at:
      parts
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
    ...sumFigures(parts),
    days: sorted(sum(parts.map(({ days }) => days))),
    months: sorted(sum(parts.map(({ months }) => months))),
    recent: sum(parts.map(({ recent }) => recent)),
    ...(carried && { carried }),
  };
}

/** The exports of several counters as one. */
export function sumExports(parts: readonly Export[]): Export {
  const rows = new Map<string, ExportedRow>();
  for (const row of parts.flatMap((part) => part.rows)) {
    const place = `${row.day} ${row.path}`;
    rows.set(place, { ...row, n: row.n + (rows.get(place)?.n ?? 0) });
  }
  const carried = onlyCarried(parts);
  return {
    v: 1,
    at:
      parts
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
    rows: [...rows.values()],
    ...(carried && { carried }),
    additions: Object.fromEntries(parts.flatMap(({ additions }) => Object.entries(additions))),
  };
}

function onlyCarried(parts: readonly { readonly carried?: Carried }[]): Carried | undefined {
  return parts.find(({ carried }) => carried)?.carried;
}

function sorted(numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1)));
}
