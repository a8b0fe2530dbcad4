import type { BodyPosition } from './body-finding.ts';
import { decodeAddress } from './decode-address.ts';

/** Locates the markers of inline tokens, for which markdown-it gives no positions, in the order of the tokens. */
export function inlineLocator(lines: readonly string[], from: number, to: number) {
  let [line, column] = [from, 0];
  const find = (marker: string): BodyPosition => {
    const [first = ''] = marker.split('\n');
    for (let index = line; index < to; index++) {
      const found = lines[index]?.indexOf(first, index === line ? column : 0) ?? -1;
      if (found < 0) continue;
      [line, column] = [index, found + first.length];
      return { line: index + 1, column: found + 1 };
    }
    return { line: line + 1, column: column + 1 };
  };
  /** The position of a link address after its "](", searched from the last position on. */
  find.target = (address: string): BodyPosition => {
    for (let index = line; index < to; index++) {
      const text = lines[index] ?? '';
      const from = index === line ? column : 0;
      for (let bracket = text.indexOf('](', from); bracket >= 0; bracket = text.indexOf('](', bracket + 2)) {
        const rest = text.slice(bracket + 2).replace(/^[ <]*/, '');
        if (![address || ')', decodeAddress(address) || ')'].some((spelling) => rest.startsWith(spelling))) continue;
        [line, column] = [index, bracket + 2];
        return { line: index + 1, column: text.length - rest.length + 1 };
      }
    }
    return { line: line + 1, column: column + 1 };
  };
  return find;
}

export type InlineLocator = ReturnType<typeof inlineLocator>;
