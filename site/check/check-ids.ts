import { type Finding, finding, type TextEdit } from '#site/finding.ts';
import type { ParsedItem } from '#site/read/read-item.ts';
import { isoDay } from '#vietnamese/date.ts';

/**
 * Findings for published items dated before today whose id comes from the file name alone: after a rename, feeds would
 * announce them again. Items dated today are exempt: an editor may still be working on them.
 */
export function checkIds(
  published: readonly { readonly path: string; readonly id: string; readonly date: Date }[],
  items: ReadonlyMap<string, ParsedItem<unknown>>,
  now: Date,
): Finding[] {
  const today = isoDay(now);
  return published.flatMap(({ path, id, date }) => {
    const item = items.get(path);
    if (!item || hasOwnId(item.value) || isoDay(date) >= today) return [];
    const line = `id: ${id}`;
    return [
      finding(
        item.locate(['id']),
        'thieu-ma',
        'chưa ghi mã bài: đổi tên tệp thì người theo dõi nhận tin hai lần',
        `thêm dòng “${line}”`,
        ...appendToFrontMatter(item.readText(), line),
      ),
    ];
  });
}

function hasOwnId(frontMatter: unknown): boolean {
  return typeof frontMatter === 'object' && frontMatter !== null && 'id' in frontMatter && frontMatter.id !== undefined;
}

/** The edit that adds a last line to the front matter; none if the front matter is not a list of lines. */
function appendToFrontMatter(text: string, line: string): TextEdit[] {
  const frontMatter = /^---[ \t]*\n(?!\s*\{)[\s\S]*?\n(?=---[ \t]*(\n|$))/.exec(text);
  return frontMatter ? [{ offset: frontMatter[0].length, length: 0, text: `${line}\n` }] : [];
}
