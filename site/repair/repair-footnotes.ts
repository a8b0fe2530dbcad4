import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type Repair, replacement } from './repair.ts';

/** Footnotes that Markdown leaves out, because nothing refers to them: paragraphs. */
export function repairFootnotes({ tokensInOrder, inlines, lines, lineStarts }: ParsedBody): Repair[] {
  const definitions = tokensInOrder.flatMap((token, index) => {
    const line = tokensInOrder[index + 1]?.map?.[0];
    return token.type === 'footnote_reference_open' && line !== undefined
      ? [{ label: String(token.meta?.['label']), line }]
      : [];
  });
  if (definitions.length === 0) return [];
  const referenced = new Set(
    inlines.flatMap(({ token }) =>
      (token.children ?? []).flatMap(({ type, meta }) => (type === 'footnote_ref' ? [String(meta?.['label'])] : [])),
    ),
  );
  return definitions.flatMap(({ label, line }) => {
    if (referenced.has(label)) return [];
    // Its text may begin below it, after a blank line.
    const first = lines.findLastIndex((text, index) => index <= line && /^[\s>]*\[\^/.test(text));
    const [marker] = /^[\s>]*\[\^[^\]\s]+\]:/.exec(lines[first] ?? '') ?? [];
    if (!marker) return [];
    const end = (lineStarts[first] ?? 0) + marker.length;
    const start = end - label.length - 4;
    const problem = {
      rule: 'markdown',
      wrong: `chú thích “[^${label}]” không được nhắc tới ở đâu trong bài`,
      remedy: `viết “[^${label}]” ngay sau chữ cần chú thích, hoặc xóa dòng này`,
    } as const;
    // Which words it belongs to only an editor knows.
    const edits = [replacement(start, end, `\\[${label}\\]`)];
    return [{ edits, fixable: false, told: { ...problem, offset: start } }];
  });
}
