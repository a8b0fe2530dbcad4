import type { SourceRange } from './inline-parts.ts';

/** What begins a formula of LaTeX, and what ends it; programs that escape for Markdown double the backslash. */
const closers: Readonly<Record<string, string>> = {
  ...{ $: '$', $$: '$$' },
  ...{ '\\(': '\\)', '\\[': '\\]', '\\\\(': '\\\\)', '\\\\[': '\\\\]' },
};
const opener = /\$\$?|\\{1,2}[([]|\\begin\{([a-z]{1,12}\*?)\}/g;
/** A longer one is a mark that was left open. */
const maxLength = 2000;
/** Prices have none of these: "giá $5 và $6". */
const formulaSign = /[\\_^{}=]|^[A-Za-z]'?$|^\w{1,20}(?:\[[\w+-]{1,20}\]){1,5}$/;

/** A single backslash before a bracket may also be that of Markdown: "\\(theo mẫu\\)" is text. */
const surelyFormula = /\\[A-Za-z]{2}|\^|[\w)}]_[\w{]/;

/** The formulas of LaTeX in a text, which no rule of Markdown or of prose is about: "$x_1$", "\(a^2\)", "\[ … \]". */
export function formulaRanges(text: string): SourceRange[] {
  const ranges: SourceRange[] = [];
  if (!/[$\\]/.test(text)) return ranges;
  let end = 0;
  /** Where each closer stands next, so that each part of the text is searched once for it. */
  const next: Record<string, number> = {};
  const indexAfter = (closer: string, start: number) => {
    const known = next[closer] ?? -1;
    if (known < start) next[closer] = (text.indexOf(closer, start) + 1 || Number.POSITIVE_INFINITY) - 1;
    return next[closer] ?? Number.POSITIVE_INFINITY;
  };
  for (const { 0: found, 1: environment, index } of text.matchAll(opener)) {
    if (index < end) continue;
    const closer = environment ? `\\end{${environment}}` : (closers[found] ?? '');
    const start = index + found.length;
    const stop = indexAfter(closer, start);
    const isVariable = found === '$' && /[\p{L}\d{]/u.test(text[stop + 1] ?? '');
    if (stop > start + maxLength || isVariable || !isFormula(found, text.slice(start, stop))) continue;
    end = stop + closer.length;
    ranges.push({ start: index, end });
  }
  return ranges;
}

function isFormula(found: string, inner: string): boolean {
  if (inner.includes('`') || inner.includes(found === '$' ? '\n' : '\n\n')) return false;
  if (found.startsWith('\\begin')) return true;
  if (/^\\[([]$/.test(found)) return surelyFormula.test(inner) && !inner.includes(found);
  if (found === '$' && (/^\s|\s$/.test(inner) || inner.split('(').length !== inner.split(')').length)) return false;
  return formulaSign.test(inner.trim());
}
