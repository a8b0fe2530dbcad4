import type { CounterExport, ExportedRow, RowPosition } from '#counter/core/rows.ts';
import { SettingsError } from '#site/settings.ts';
import { fetchFromCounter } from './fetch-from-counter.ts';

/** All data of a counter: what the parts of its export have together. */
export type WholeExport = Omit<CounterExport, 'next' | 'firstDay'>;

/** At midnight the counter adds up its oldest day, and the parts of two days do not belong together. */
const maxTries = 3;

/** Exports all data of the counter, part by part. Throws a SettingsError. */
export async function exportFromCounter(): Promise<WholeExport> {
  for (let tries = 0; tries < maxTries; tries++) {
    const exported = await exportParts();
    if (exported) return exported;
  }
  throw new SettingsError('Bộ đếm đổi ngày giữa lúc xuất: chạy lại lệnh này.');
}

async function exportParts(): Promise<WholeExport | undefined> {
  const first = await fetchPart(undefined);
  const rows: ExportedRow[] = [...first.rows];
  for (let { next } = first; next !== undefined; ) {
    const part = await fetchPart(next);
    if (part.firstDay !== first.firstDay) return undefined;
    rows.push(...part.rows);
    next = part.next;
  }
  const { next: _, firstDay: __, ...whole } = first;
  return { ...whole, rows };
}

async function fetchPart(after: RowPosition | undefined): Promise<CounterExport> {
  const query = after ? `?${new URLSearchParams({ day: after.day, path: after.path })}` : '';
  return (await fetchFromCounter(`/admin${query}`, { admin: true })) as CounterExport;
}
