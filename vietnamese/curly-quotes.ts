const space = /^\s?$/;
const word = /[\p{L}\p{M}\p{N}\uFFFC]/u;
const opening = /[([{<“‘«–—-]/;
const apostrophe = /(?<=\p{L})'(?=\p{L})/gu;

interface Quote {
  readonly index: number;
  readonly opens: boolean;
  /** True after a digit, where it may be a sign for inches or seconds: 17" */
  readonly mayBeUnit: boolean;
}

/**
 * Straight double quotes in pairs become “ ”, an apostrophe inside a word becomes ’. A quote without a partner and a
 * unit (17", 90') stay. The length of the text stays the same; U+FFFC stands for what is no text, such as code.
 */
export function curlyQuotes(text: string): string {
  const withApostrophes = text.includes("'") ? text.replace(apostrophe, '’') : text;
  if (!withApostrophes.includes('"')) return withApostrophes;
  const quotes = [...withApostrophes.matchAll(/["“”]/g)].flatMap(({ index }) => quoteAt(withApostrophes, index) ?? []);
  const units = quotes.filter(({ mayBeUnit }) => mayBeUnit);
  let best = pairs(quotes);
  if (units.length > 0 && best.length * 2 < quotes.length) {
    const others = quotes.filter(({ mayBeUnit }) => !mayBeUnit);
    const withoutUnits = pairs(others);
    if (withoutUnits.length * 2 === others.length) best = withoutUnits;
  }
  const characters = withApostrophes.split('');
  for (const [open, close] of best) {
    characters[open] = '“';
    characters[close] = '”';
  }
  return characters.join('');
}

/** The role of a quote by what stands beside it; undefined if it has none: a"b */
function quoteAt(text: string, index: number): Quote | undefined {
  const [before, quote, after] = [text.charAt(index - 1), text.charAt(index), text.charAt(index + 1)];
  if (quote !== '"') return { index, opens: quote === '“', mayBeUnit: false };
  const canOpen = !space.test(after) && !word.test(before);
  const canClose = !space.test(before) && !word.test(after);
  if (!canOpen && !canClose) return undefined;
  const opens = canOpen && (!canClose || opening.test(before));
  return { index, opens, mayBeUnit: /\d/.test(before) };
}

/** The positions of quotes that belong together. */
function pairs(quotes: readonly Quote[]): (readonly [open: number, close: number])[] {
  const open: number[] = [];
  const found: (readonly [number, number])[] = [];
  for (const { index, opens } of quotes) {
    const partner = opens ? undefined : open.pop();
    if (opens) open.push(index);
    else if (partner !== undefined) found.push([partner, index]);
  }
  return found;
}
