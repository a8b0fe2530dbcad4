/** A line of a text with its offset. */
export interface Line {
  readonly text: string;
  readonly offset: number;
}

/** A line of front matter that names a key: "title: Hội nghị # cho phép: am-tiet" */
export interface Entry extends Line {
  readonly key: string;
  /** Without quotes around it and without a comment after it. */
  readonly value: string;
  /** As written, with its quotes. */
  readonly rawValue: string;
  readonly valueStart: number;
  /** Whether the lines below belong to it: a list, a folded text. */
  readonly hasLinesBelow: boolean;
}

/** The lines of front matter that name a key. */
export function entriesOf(block: readonly Line[]): Entry[] {
  return block.flatMap((line, index) => {
    const colon = line.text.indexOf(':');
    const [written, rest] = [line.text.slice(0, colon), line.text.slice(colon + 1)];
    if (colon < 0 || !/^\p{L}[\p{L}\p{M}\w -]*$/u.test(written) || /^\S/.test(rest)) return [];
    const rawValue = valueWithoutComment(rest.trim());
    const [, inner] = /^["'“”‘’](.*)["'“”‘’]$/.exec(rawValue) ?? [];
    const next = block.slice(index + 1).find(({ text }) => text.trim() !== '')?.text ?? '';
    const valueStart = line.text.length - rest.trimStart().length;
    const entry = { ...line, key: written.trimEnd(), rawValue, value: inner ?? rawValue, valueStart };
    return [{ ...entry, hasLinesBelow: /^(\s|-(\s|$))/.test(next) }];
  });
}

function valueWithoutComment(written: string): string {
  const [quoted] = /^("(?:[^"\\]|\\.)*"|'[^']*')(?=\s*(#|$))/.exec(written) ?? [];
  if (quoted !== undefined) return quoted;
  const comment = written.startsWith('#') ? 0 : written.search(/\s#/);
  return comment < 0 ? written : written.slice(0, comment).trimEnd();
}
