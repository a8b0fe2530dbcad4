import type { ImportNote } from '#site/import/import-note.ts';

const names = { changed: 'đã đổi', 'to do': 'cần xem', 'left out': 'BỎ LẠI' } as const;

/** The notes of an import as an editor reads them, what was left out first. */
export function noteLines(notes: readonly ImportNote[]): string[] {
  const order = ['left out', 'to do', 'changed'];
  return [...notes]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ kind, text }) => `${names[kind]}: ${text}`);
}
