import { ruleMessage } from '#news/rule.ts';
import { plainText, type Token } from '#site/markdown/markdown.ts';
import type { BodyFault } from './body-fault.ts';

/** A footnote definition: its label, its 1-based first line, its content. */
export interface WrittenNote {
  readonly label: string;
  readonly line: number;
  readonly tokens: readonly Token[];
}

/** The footnote definitions of a body; the tokens must come from before markdown-it moves footnotes to the end. */
export function writtenNotes(tokens: readonly Token[], lines: readonly string[]): WrittenNote[] {
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
export function noteFaults(footnotes: readonly WrittenNote[], referenced: ReadonlySet<string>): BodyFault[] {
  return footnotes.flatMap(({ label, line, tokens }, index) => {
    const report = (wrong: string, remedy: string): BodyFault[] => [
      { line, column: 1, message: ruleMessage('markdown', wrong, remedy) },
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

function isOneParagraph(tokens: readonly Token[]): boolean {
  const [open, inline] = tokens;
  return (
    tokens.length === 3 &&
    open?.type === 'paragraph_open' &&
    /[\p{L}\p{N}]/u.test(plainText(inline)) &&
    inline?.children?.every(({ type }) => type !== 'image' && type !== 'footnote_ref') === true
  );
}
