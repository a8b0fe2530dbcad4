import { type Dated, hiddenBecause } from '#news/published.ts';
import { says } from '#news/rule.ts';
import { type Edit, type Finding, finding } from '#site/finding.ts';
import type { Item } from '#site/read/read-item.ts';
import { isoDay } from '#vietnamese/date.ts';

/**
 * What was published before today with an id from its file name alone: renamed, it would be announced a second time.
 * (What is dated today may still be on an editor's desk.)
 */
export function checkIds(
  things: readonly (Dated & { readonly path: string; readonly id: string })[],
  items: ReadonlyMap<string, Item<unknown>>,
  now: Date,
): Finding[] {
  const today = isoDay(now);
  return things.flatMap((thing) => {
    const item = items.get(thing.path);
    const isOut = isoDay(thing.date) < today && hiddenBecause(thing, now) === undefined;
    if (!item || hasOwnId(item.value) || !isOut) return [];
    const line = `id: ${thing.id}`;
    const message = says(
      'thieu-ma',
      'chưa ghi mã bài: đổi tên tệp thì người theo dõi nhận tin hai lần',
      `thêm dòng “${line}”`,
    );
    return [finding(item.at(['id']), message, lineAtEndOfHead(item.text(), line))];
  });
}

function hasOwnId(frontMatter: unknown): boolean {
  return typeof frontMatter === 'object' && frontMatter !== null && 'id' in frontMatter && frontMatter.id !== undefined;
}

/** Puts a line before the one that closes the front matter; undefined where that is no list of lines. */
function lineAtEndOfHead(text: string, line: string): Edit | undefined {
  const head = /^---[ \t]*\n(?!\s*\{)[\s\S]*?\n(?=---[ \t]*(\n|$))/.exec(text);
  return head ? { offset: head[0].length, length: 0, text: `${line}\n` } : undefined;
}
