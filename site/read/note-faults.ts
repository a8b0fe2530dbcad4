import { says } from '#news/rule.ts';
import { plainText, type Token } from '#site/markdown/markdown.ts';
import type { BodyFault } from './body-fault.ts';

/** A note as it was written: its label, the line it begins at, what it holds. */
export interface WrittenNote {
  readonly label: string;
  readonly line: number;
  readonly tokens: readonly Token[];
}

/** The notes of a body, from its tokens before they are gathered at its end. */
export function writtenNotes(tokens: readonly Token[], lines: readonly string[]): WrittenNote[] {
  return tokens.flatMap((open, index) => {
    if (open.type !== 'footnote_reference_open') return [];
    const end = tokens.findIndex(
      ({ type, level }, at) => at > index && type === 'footnote_reference_close' && level === open.level,
    );
    const label = String(open.meta?.['label']);
    const inside = tokens.slice(index + 1, end);
    const line = inside[0]?.map?.[0] ?? lines.findIndex((text) => text.includes(`[^${label}]:`));
    return [{ label, line: line + 1, tokens: inside }];
  });
}

/** Notes that would not be printed, or not as they were meant; `mentioned` are the labels that stand in the text. */
export function noteFaults(notes: readonly WrittenNote[], mentioned: ReadonlySet<string>): BodyFault[] {
  return notes.flatMap(({ label, line, tokens }, index) => {
    const fault = (wrong: string, remedy: string): BodyFault[] => [
      { line, column: 1, message: says('markdown', wrong, remedy) },
    ];
    if (notes.findIndex((note) => note.label === label) < index)
      return fault(`chú thích “[^${label}]” đã viết ở trên`, 'đặt cho chú thích này một số khác');
    if (!mentioned.has(label))
      return fault(
        `chú thích “[^${label}]” không được nhắc tới ở đâu trong bài`,
        `viết “[^${label}]” ngay sau chữ cần chú thích, hoặc xóa dòng này`,
      );
    if (!isOneParagraph(tokens))
      return fault(`chú thích “[^${label}]” không phải là một đoạn chữ`, 'viết cả chú thích trên một dòng');
    return [];
  });
}

function isOneParagraph(tokens: readonly Token[]): boolean {
  const [open, words] = tokens;
  return (
    tokens.length === 3 &&
    open?.type === 'paragraph_open' &&
    /[\p{L}\p{N}]/u.test(plainText(words)) &&
    words?.children?.every(({ type }) => type !== 'image' && type !== 'footnote_ref') === true
  );
}
