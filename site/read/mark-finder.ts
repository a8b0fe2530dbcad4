import type { BodyPlace } from './body-fault.ts';
import { readable } from './readable.ts';

/** Finds the marks of inline tokens, which markdown-it gives no places of, one after the other in their lines. */
export function markFinder(lines: readonly string[], from: number, to: number) {
  let [line, column] = [from, 0];
  const find = (mark: string): BodyPlace => {
    const [first = ''] = mark.split('\n');
    for (let at = line; at < to; at++) {
      const found = lines[at]?.indexOf(first, at === line ? column : 0) ?? -1;
      if (found < 0) continue;
      [line, column] = [at, found + first.length];
      return { line: at + 1, column: found + 1 };
    }
    return { line: line + 1, column: column + 1 };
  };
  /** An address behind its bracket, from the mark that was found last on. */
  find.target = (address: string): BodyPlace => {
    for (let at = line; at < to; at++) {
      const text = lines[at] ?? '';
      const from = at === line ? column : 0;
      for (let bracket = text.indexOf('](', from); bracket >= 0; bracket = text.indexOf('](', bracket + 2)) {
        const rest = text.slice(bracket + 2).replace(/^[ <]*/, '');
        if (![address || ')', readable(address) || ')'].some((form) => rest.startsWith(form))) continue;
        [line, column] = [at, bracket + 2];
        return { line: at + 1, column: text.length - rest.length + 1 };
      }
    }
    return { line: line + 1, column: column + 1 };
  };
  return find;
}

export type MarkFinder = ReturnType<typeof markFinder>;
