import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type Repair, repair, replacement } from './repair.ts';

/** Boxes of task lists, "- [ ] việc", which CommonMark prints as they are written. */
export function repairTaskBoxes({ text, inlines }: ParsedBody): Repair[] {
  const edits = inlines.flatMap(({ parents, ranges }) => {
    const start = ranges[0]?.start ?? 0;
    const [box] = /^\[[ xX]\](?=\s)/.exec(text.slice(start, start + 4)) ?? [];
    if (!box || parents.at(-2)?.type !== 'list_item_open') return [];
    return [replacement(start, start + box.length, box === '[ ]' ? '☐' : '☑')];
  });
  const [first] = edits;
  if (!first) return [];
  const wrong = `“${text.slice(first.offset, first.offset + first.length)}” ở đầu mục in ra như chữ thường`;
  return [repair({ rule: 'markdown', wrong, remedy: 'viết ☐ hoặc ☑' }, first.offset, ...edits)];
}
