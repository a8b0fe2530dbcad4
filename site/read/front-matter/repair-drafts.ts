import { draftMeaning } from '../draft-line.ts';
import type { Entry } from './front-matter-entries.ts';
import type { FrontMatterKeys } from './front-matter-keys.ts';
import type { FrontMatterRepair } from './front-matter-repair.ts';

/** The repairs of lines that make an item a draft, or say that it is none, in other words than `draft`. */
export function draftRepairs(entries: readonly Entry[], { all }: FrontMatterKeys): FrontMatterRepair[] {
  if (!all.includes('draft')) return [];
  const lines = entries.flatMap((entry) => {
    const meaning = entry.key !== 'draft' && all.includes(entry.key) ? undefined : draftMeaning(entry.key, entry.value);
    return meaning && meaning !== 'unclear' && !entry.hasLinesBelow ? [{ entry, meaning }] : [];
  });
  // Lines that contradict each other are for the editor to decide.
  if (new Set(lines.map(({ meaning }) => meaning)).size > 1) return [];
  const own = lines.find(({ entry }) => entry.key === 'draft') ?? lines[0];
  return lines.flatMap((line) => {
    const { text, offset, key, valueStart, rawValue } = line.entry;
    const correct = `draft: ${line.meaning === 'draft'}`;
    const suppression = text.slice(valueStart + rawValue.length);
    if (key === 'draft' && /^(["']?)(true|false)\1$/.test(rawValue)) return [];
    const wrong = `“${key}: ${rawValue}” được hiểu là “${correct}”`;
    const isOwn = line === own;
    const repaired = isOwn ? `${correct}${suppression}` : '';
    return [
      {
        ...{ offset, length: text.length + (isOwn ? 0 : 1), text: repaired, rule: 'ban-nhap', wrong },
        remedy: isOwn ? `viết cả dòng “${repaired.trim()}”` : 'xóa dòng này',
      },
    ];
  });
}
