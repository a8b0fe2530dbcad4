import type { CompiledAbbreviations } from './compile-abbreviations.ts';
import { phraseMismatchAt } from './match-entry.ts';
import { mismatchOf, type ParsedQuery } from './parse-query.ts';
import type { SearchEntry } from './search-entry.ts';
import { tokenize, type WordToken } from './tokenize.ts';

/** A run of text; highlighted where it matches the query. */
export interface ExcerptPiece {
  readonly text: string;
  readonly highlighted: boolean;
}

/** The parts of an entry that a search result shows. */
export interface Excerpt {
  readonly title: readonly ExcerptPiece[];
  readonly text: readonly ExcerptPiece[];
}

/** The length of an excerpt, and of the context before its first match, in UTF-16 code units. */
const [excerptLength, contextLength] = [220, 60];

interface Range {
  readonly start: number;
  readonly end: number;
  /** True where it is all words of a query part, in their order. */
  readonly isPhrase: boolean;
}

/** The title of an entry and the best matching passage of it, its lead or a paragraph of its body, matches highlighted. */
export function excerpt(
  query: ParsedQuery,
  { title, lead, body }: SearchEntry,
  abbreviations: CompiledAbbreviations,
): Excerpt {
  const withRanges = (text: string) => ({ text, ranges: rangesIn(query, tokenize(text, abbreviations)) });
  const passages = [lead, ...body.split('\n')].filter((text) => text !== '').map(withRanges);
  const best =
    bestPassage(
      passages.filter(({ ranges }) => ranges.some(({ isPhrase }) => isPhrase)),
      lead,
    ) ??
    bestPassage(
      passages.filter(({ ranges }) => ranges.length > 0),
      lead,
    ) ??
    passages[0] ??
    withRanges('');
  const first = best.ranges.find(({ isPhrase }) => isPhrase) ?? best.ranges[0];
  const from = wordStart(best.text, (first?.start ?? 0) - contextLength);
  return {
    title: piecesOf(title, withRanges(title).ranges, 0, title.length),
    text: piecesOf(best.text, best.ranges, from, wordStart(best.text, from + excerptLength)),
  };
}

interface Passage {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** The first passage with the most words of the query; a heading, tags or a byline only where no paragraph matches. */
function bestPassage(passages: readonly Passage[], lead: string): Passage | undefined {
  const paragraphs = passages.filter(({ text }) => text === lead || text.length > contextLength);
  const candidates = paragraphs.length > 0 ? paragraphs : passages;
  const most = Math.max(...candidates.map(matchedWords));
  return candidates.find((passage) => matchedWords(passage) === most);
}

function matchedWords({ text, ranges }: Passage): number {
  return new Set(ranges.map(({ start, end }) => text.slice(start, end).toLowerCase())).size;
}

/** The matches of each query part in a text: its phrases or, for a part without any that is not quoted, its words. */
function rangesIn(query: ParsedQuery, text: readonly WordToken[]): Range[] {
  const ranges = query.parts.flatMap((part) => {
    const phrases = text.flatMap((word, at): Range[] => {
      const last = text[at + part.words.length - 1];
      if (!last || phraseMismatchAt(query, part, text, at) === undefined) return [];
      return [{ start: word.start, end: last.end, isPhrase: true }];
    });
    if (phrases.length > 0 || part.quoted) return phrases;
    return text
      .filter((word) => part.words.some((typed) => mismatchOf(query, typed, word) !== undefined))
      .map(({ start, end }) => ({ start, end, isPhrase: false }));
  });
  return ranges.sort((a, b) => a.start - b.start);
}

function piecesOf(text: string, ranges: readonly Range[], from: number, to: number): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = from > 0 ? [{ text: '… ', highlighted: false }] : [];
  let at = from;
  const add = (end: number, highlighted: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), highlighted });
    at = Math.max(at, end);
  };
  for (const { start, end } of ranges) {
    if (end <= at || start >= to) continue;
    add(start, false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  if (to < text.length) pieces.push({ text: '…', highlighted: false });
  return pieces;
}

/** The position of the first word that starts at a position or after it. */
function wordStart(text: string, position: number): number {
  if (position <= 0) return 0;
  const space = text.slice(position - 1).search(/\s/);
  return space < 0 ? text.length : position + space;
}
