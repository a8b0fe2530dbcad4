import type { Finding, SourceLocation, TextEdit } from '#site/finding.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import { normaliseText } from './source-file.ts';

/** A change that was made to a file, with a description for editors. */
export interface AppliedFix extends SourceLocation {
  readonly description: string;
}

/** A finding that its edits correct. */
export type EditableFinding = Finding & Required<Pick<Finding, 'edits'>>;

/** Whether a finding can be corrected without an editor. */
export function isEditable(found: Finding): found is EditableFinding {
  return found.edits !== undefined;
}

/** The text of a file with the edits of its findings, in order; of two that touch, the first. */
export function fixText(
  path: string,
  raw: string,
  findings: readonly EditableFinding[],
): { readonly text: string; readonly changes: AppliedFix[] } {
  const text = normaliseText(raw);
  const applied = withoutOverlaps(text, findings);
  const edits = applied.flatMap(({ edits: own }) => own).sort((a, b) => a.offset - b.offset);
  return {
    text: withLineEnds(applyEdits(text, edits), raw),
    changes: applied.map((found) => ({
      ...{ path, line: found.line, column: found.column },
      description: rewriteDescriptions[found.rule] ?? describe(text, found.edits),
    })),
  };
}

/** The findings whose edits touch no edit of an earlier one; the others can be fixed after another check. */
function withoutOverlaps(text: string, findings: readonly EditableFinding[]): EditableFinding[] {
  const taken = new Uint8Array(text.length + 1);
  const isRewrite = (edit: TextEdit) => edit.length === 0 && edit.text === '';
  return findings.filter(({ edits }) => {
    const ranges = edits.filter((edit) => !isRewrite(edit)).map(({ offset, length }) => [offset, offset + length + 1]);
    if (ranges.some(([start, end]) => taken.subarray(start, end).includes(1))) return false;
    for (const [start, end] of ranges) taken.fill(1, start, end);
    return true;
  });
}

const maxShown = 80;

/** What an edit changes, as "before" → "after"; where little is replaced, with the line around it. */
function describe(text: string, [edit, ...others]: readonly TextEdit[]): string {
  if (!edit) return '';
  const end = edit.offset + edit.length;
  const more = others.length > 0 ? `, và ${others.length} chỗ nữa` : '';
  if (edit.length === 0 && edit.text.endsWith('\n') && edit.text.length > 1)
    return `thêm dòng “${edit.text.trimEnd()}”${more}`;
  const [lineStart, lineEnd] = [text.lastIndexOf('\n', edit.offset - 1) + 1, text.indexOf('\n', end)];
  const isWord = edit.length > 0 && edit.text !== '' && !/\n/.test(text.slice(edit.offset, end));
  const [from, to] = isWord
    ? [edit.offset, end]
    : [
        Math.max(lineStart, edit.offset - maxShown / 2),
        Math.min(lineEnd < 0 ? text.length : lineEnd, end + maxShown / 2),
      ];
  const before = text.slice(from, to);
  const after = text.slice(from, edit.offset) + edit.text + text.slice(end, to);
  return `“${shorten(before)}” → “${shorten(after)}”${more}`;
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', '⏎');
  return line.length > maxShown ? `${line.slice(0, maxShown)}…` : line;
}

/** A text with the original line ends of its file, line by line, so that a fix changes no other byte. */
function withLineEnds(text: string, raw: string): string {
  const ends = raw.match(/\r\n|\r|\n/g) ?? [];
  return text.split('\n').reduce((result, line, index) => result + (ends[index - 1] ?? ends.at(-1) ?? '\n') + line);
}

const rewriteDescriptions: Partial<Record<Finding['rule'], string>> = {
  bom: 'bỏ dấu BOM ở đầu tệp',
  'bang-ma': 'chữ ở bảng mã khác đổi thành Unicode',
  'ky-tu-an': 'bỏ những ký tự không ai thấy',
  nfd: 'chữ có dấu đổi thành dạng dựng sẵn (NFC)',
};
