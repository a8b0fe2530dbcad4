import type { Word } from './source-words.ts';

/** Consecutive words of a source that its page lacks. */
export interface LostWords {
  readonly line: number;
  readonly text: string;
}

/**
 * The words of a source that its page does not have in the same order. A run of them that stands elsewhere on the page,
 * such as a footnote, is not lost. Capitals count as small
 * letters: a heading may stand as the title.
 */
export function lostWords(source: readonly Word[], printed: readonly string[]): LostWords[] {
  const page = printed.map((word) => word.toLowerCase());
  const matched = matchInOrder(
    source.map(({ text }) => text.toLowerCase()),
    page,
  );
  const used = new Set(matched.values());
  const unused = page.map((word, index) => (used.has(index) ? '\n' : word));
  const runs: Word[][] = [];
  for (const [index, word] of source.entries()) {
    if (matched.has(index)) continue;
    if (index > 0 && !matched.has(index - 1)) runs.at(-1)?.push(word);
    else runs.push([word]);
  }
  return runs
    .flatMap((run) => withoutMoved(run, unused))
    .map((run) => ({ line: run[0]?.line ?? 0, text: run.map(({ text }) => text).join(' ') }));
}

/** The parts of a run that are nowhere among the unused words of the page, found from the longest parts on. */
function withoutMoved(run: readonly Word[], unused: string[]): Word[][] {
  const rest: Word[][] = [];
  let pending: Word[] = [];
  for (let start = 0; start < run.length; ) {
    const length = longestMoved(run, start, unused);
    if (length === 0) pending.push(...run.slice(start, start + 1));
    else if (pending.length > 0) {
      rest.push(pending);
      pending = [];
    }
    start += Math.max(1, length);
  }
  return pending.length > 0 ? [...rest, pending] : rest;
}

/** How many words from `start` on stand together among the unused words; they are then used. */
function longestMoved(run: readonly Word[], start: number, unused: string[]): number {
  let [best, bestAt] = [0, 0];
  for (const [at, word] of unused.entries()) {
    if (word !== run[start]?.text.toLowerCase()) continue;
    let length = 1;
    while (start + length < run.length && unused[at + length] === run[start + length]?.text.toLowerCase()) length += 1;
    if (length > best) [best, bestAt] = [length, at];
  }
  // A word or two can be anywhere by chance, unless they are the whole run.
  if (best < 3 && best < run.length) return 0;
  unused.fill('\n', bestAt, bestAt + best);
  return best;
}

/** The most words in which a page and its source may differ; beyond, nothing counts as found. */
const maxDifference = 6000;

/** The longest common subsequence (Myers), as indices of `a` → indices of `b`. */
function matchInOrder(a: readonly string[], b: readonly string[]): Map<number, number> {
  const max = Math.min(a.length + b.length, maxDifference);
  // By diagonal (an index of a minus one of b), shifted by max + 1: the furthest index of `a` that is reached.
  const furthest = new Int32Array(2 * max + 3);
  const history: Int32Array[] = [];
  for (let d = 0; d <= max; d++) {
    history.push(furthest.slice(max - d, max + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = max + 1 + k;
      const [below, above] = [furthest[at - 1] ?? 0, furthest[at + 1] ?? 0];
      let x = k === -d || (k !== d && below < above) ? above : below + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[at] = x;
      if (x >= a.length && x - k >= b.length) return traceBack(history, a.length, b.length);
    }
  }
  return new Map();
}

function traceBack(history: readonly Int32Array[], endX: number, endY: number): Map<number, number> {
  const matches = new Map<number, number>();
  let [x, y] = [endX, endY];
  for (let d = history.length - 1; d >= 0; d--) {
    const reached = (k: number) => history[d]?.[k + d + 1] ?? 0;
    const k = x - y;
    const previous = k === -d || (k !== d && reached(k - 1) < reached(k + 1)) ? k + 1 : k - 1;
    const [previousX, previousY] = d === 0 ? [0, 0] : [reached(previous), reached(previous) - previous];
    while (x > previousX && y > previousY) {
      x -= 1;
      y -= 1;
      matches.set(x, y);
    }
    [x, y] = [previousX, previousY];
  }
  return matches;
}
