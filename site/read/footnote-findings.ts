import { type MarkdownToken, plainText } from '#site/markdown/markdown.ts';
import type { BodyFinding } from './body-finding.ts';

/** A footnote definition: its label, its 1-based first line, its content. */
export interface FootnoteDefinition {
  readonly label: string;
  readonly line: number;
  readonly tokens: readonly MarkdownToken[];
}

/** The footnote definitions of a body; the tokens must come from before markdown-it moves footnotes to the end. */
export function footnoteDefinitions(tokens: readonly MarkdownToken[], lines: readonly string[]): FootnoteDefinition[] {
  return tokens.flatMap((open, index) => {
    if (open.type !== 'footnote_reference_open') return [];
    const end = tokens.findIndex(
      ({ type, level }, position) => position > index && type === 'footnote_reference_close' && level === open.level,
    );
    const label = String(open.meta?.['label']);
    const content = tokens.slice(index + 1, end);
    const line = content[0]?.map?.[0] ?? lines.findIndex((text) => text.includes(`[^${label}]:`));
    return [{ label, line: line + 1, tokens: content }];
  });
}

/** Findings for footnotes that would not be rendered as intended; `referenced` are the labels used in the text. */
export function footnoteFindings(
  footnotes: readonly FootnoteDefinition[],
  referenced: ReadonlySet<string>,
): BodyFinding[] {
  return footnotes.flatMap(({ label, line, tokens }, index) => {
    const report = (wrong: string, remedy: string): BodyFinding[] => [
      { line, column: 1, rule: 'markdown', wrong, remedy },
    ];
    if (footnotes.findIndex((footnote) => footnote.label === label) < index)
      return report(`chú thích “[^${label}]” đã viết ở trên`, 'đặt cho chú thích này một số khác');
    if (!referenced.has(label))
      return report(
        `chú thích “[^${label}]” không được nhắc tới ở đâu trong bài`,
        `viết “[^${label}]” ngay sau chữ cần chú thích, hoặc xóa dòng này`,
      );
    if (!isOneParagraph(tokens))
      return report(`chú thích “[^${label}]” không phải là một đoạn chữ`, 'viết cả chú thích trên một dòng');
    return [];
  });
}

function isOneParagraph(tokens: readonly MarkdownToken[]): boolean {
  const [open, inline] = tokens;
  return (
    tokens.length === 3 &&
    open?.type === 'paragraph_open' &&
    /[\p{L}\p{N}]/u.test(plainText(inline)) &&
    inline?.children?.every(({ type }) => type !== 'image' && type !== 'footnote_ref') === true
  );
}
