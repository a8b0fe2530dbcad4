import { decodeRawKeys } from '#vietnamese/decode-raw-keys.ts';
import { hasMarksOf, syllableForm } from '#vietnamese/syllable-form.ts';
import { bestPhraseRank } from './find-entries.ts';
import { initialOf } from './index-manifest.ts';
import { parseQuery } from './parse-query.ts';
import { fieldOfRank, type Rank } from './rank.ts';
import type { SearchIndex } from './search-index.ts';
import { maxDistance, similarWords } from './similar-words.ts';
import { type TypedWord, typedWords, withTexts } from './typed-words.ts';

/** How many replacements of a word are compared with its neighbours, and how many corrected queries with the index. */
const [maxReplacements, maxQueries] = [10, 4];
/** The largest typingDistance from a word with marks that the site writes in the same way. */
const maxDistanceOfWritten = 0.5;

/** What may have been meant by a word of the query. */
interface Replacement {
  readonly text: string;
  readonly distance: number;
}

/** A query that the site does not hold as a phrase, and the words of it that it does not hold at all. */
interface FailedQuery {
  readonly index: SearchIndex;
  readonly typed: string;
  readonly words: readonly TypedWord[];
  readonly unknown: readonly TypedWord[];
}

/** Undefined for quotations, which are searched as they are. */
async function failedQuery(index: SearchIndex, typed: string): Promise<FailedQuery | undefined> {
  const { parts } = parseQuery(typed, index.abbreviations);
  const words = typedWords(typed, index.abbreviations);
  if (words.length === 0 || parts.some(({ quoted }) => quoted)) return undefined;
  const held = await Promise.all(words.map(({ text }) => index.holds([text])));
  return { index, typed, words, unknown: words.filter((_, at) => !held[at]) };
}

/**
 * The query that a reader meant who typed words that the site does not hold: as keys of Telex or VNI, or with an error.
 * Undefined where the site holds all words, or none like them, and where the last word may be unfinished.
 */
export async function correctUnknownWords(index: SearchIndex, typed: string): Promise<string | undefined> {
  const query = await failedQuery(index, typed);
  const last = query?.words.at(-1);
  if (!query || !last || query.unknown.length === 0) return undefined;
  const decoded = await decodedQuery(query);
  if (decoded) return decoded;
  const { isUnfinished } = parseQuery(typed, index.abbreviations);
  if (isUnfinished && query.unknown.includes(last) && (await isBeginning(index, last))) return undefined;
  const [unknown, ...others] = query.unknown;
  if (!unknown || others.length > 0) return correctEach(query);
  return (await correctOne(query, unknown, false)) ?? (await correctOne(query, unknown, true));
}

/**
 * The query with one word corrected so that the site holds it as a phrase, where it holds all its words only apart.
 * `isFound` says whether entries hold all of them; the phrase must then be in a title.
 */
export async function correctKnownWord(
  index: SearchIndex,
  typed: string,
  isFound: boolean,
): Promise<string | undefined> {
  const query = await failedQuery(index, typed);
  if (!query || query.unknown.length > 0) return undefined;
  const words = await misfits(query);
  for (const isThorough of [false, true])
    for (const word of words) {
      const { best } = await possibleQueries(query, word, isThorough);
      if (best && (!isFound || (await isMeant(query, word, best)))) return best.query;
    }
  return undefined;
}

/**
 * Whether a title is meant although entries hold all typed words apart: a word with marks that the site writes so must
 * only be confused in a sound or have a letter doubled or not.
 */
async function isMeant({ index, typed }: FailedQuery, { text }: TypedWord, { rank, distance }: HeldQuery) {
  if (fieldOfRank(rank) > 0) return false;
  const { hasMarks } = parseQuery(typed, index.abbreviations);
  return distance <= maxDistanceOfWritten || !hasMarks || !(await index.holdsWritten(text));
}

/** The words that are in each pair of neighbours which the site does not hold. */
async function misfits({ index, words }: FailedQuery): Promise<readonly TypedWord[]> {
  const pairs = words.slice(1).map((word, at) => [words[at] ?? word, word] as const);
  const held = await Promise.all(pairs.map(([first, second]) => index.holds([first.text, second.text])));
  const missing = pairs.filter((_, at) => !held[at]);
  return missing.length === 0 ? [] : words.filter((word) => missing.every((pair) => pair.includes(word)));
}

/** Whether the site holds longer words that begin like this one. */
async function isBeginning(index: SearchIndex, { key }: TypedWord): Promise<boolean> {
  return [...(await index.words(initialOf(key))).keys()].some((known) => known.startsWith(key));
}

/** The query with keys of Telex or VNI decoded: those of unknown words, and if possible those of all others too. */
async function decodedQuery({ index, typed, words, unknown }: FailedQuery): Promise<string | undefined> {
  const decoded = await Promise.all(words.map(({ text }) => decodedWord(index, text)));
  const decodedUnknown = words.map((word, at) => (unknown.includes(word) ? decoded[at] : undefined));
  if (!decodedUnknown.some((text) => text)) return undefined;
  const query = (texts: readonly (string | undefined)[]) =>
    withTexts(
      typed,
      words,
      words.map(({ text }, at) => texts[at] ?? text),
    );
  for (const possible of new Set([query(decoded), query(decodedUnknown)]))
    if (!mayBeEnglish(words) && (await bestPhraseRank(index, possible)) !== undefined) return possible;
  // Words that are no phrase are taken as decoded only where all that were unknown are.
  return unknown.length > 1 && unknown.every((word) => decoded[words.indexOf(word)])
    ? query(decodedUnknown)
    : undefined;
}

/** Whether the keys of a single word end like an English word, such as "list", and not with a tone. */
function mayBeEnglish(words: readonly TypedWord[]): boolean {
  return words.length === 1 && !/\d|[sfrxj]$/.test(words[0]?.text ?? '');
}

/** The syllable that keys stand for, as the site writes it; undefined where the site does not hold it. */
async function decodedWord(index: SearchIndex, text: string): Promise<string | undefined> {
  const decoded = decodeRawKeys(text);
  if (!decoded || !(await index.holds([decoded]))) return undefined;
  const form = syllableForm(decoded);
  const spelling = (await index.words(form.key.charAt(0))).get(form.key);
  return spelling && hasMarksOf(syllableForm(spelling), form) ? spelling : decoded;
}

/** Corrects several unknown words one after the other, each beside those already known. */
async function correctEach({ index, typed, words, unknown }: FailedQuery): Promise<string | undefined> {
  const texts: string[] = words.map(({ text }) => text);
  const isUnknown = words.map((word) => unknown.includes(word));
  for (const [at, word] of words.entries()) {
    if (!isUnknown[at]) continue;
    const [before, after] = [at - 1, at + 1].map((place) => (isUnknown[place] ? undefined : texts[place]));
    const [best] = await besideNeighbours(index, await replacements(index, word, true), before, after);
    if (!best) return undefined;
    texts[at] = best.text;
    isUnknown[at] = false;
  }
  return withTexts(typed, words, texts);
}

/** Corrects the only unknown word; a thorough search reads more files. */
async function correctOne(query: FailedQuery, word: TypedWord, isThorough: boolean): Promise<string | undefined> {
  const { best, nearest } = await possibleQueries(query, word, isThorough);
  return best?.query ?? nearest;
}

/** A corrected query that the site holds as a phrase, and how near it is to what was typed. */
interface HeldQuery {
  readonly query: string;
  readonly rank: Rank;
  readonly distance: number;
}

/** The best correction of a word that the site holds as a phrase, and the nearest that it holds beside a neighbour. */
async function possibleQueries(
  { index, typed, words }: FailedQuery,
  word: TypedWord,
  isThorough: boolean,
): Promise<{ readonly best?: HeldQuery; readonly nearest?: string }> {
  const similar = await replacements(index, word, isThorough);
  const [before, after] = [words[words.indexOf(word) - 1], words[words.indexOf(word) + 1]];
  const possible =
    words.length === 1
      ? similar.filter(({ distance }) => distance <= (word.text.length > 5 ? maxDistance : 1))
      : await besideNeighbours(index, similar, before?.text, after?.text);
  const queries = possible.slice(0, maxQueries).map(({ text, distance }) => ({
    query: withTexts(typed, [word], [text]),
    distance,
  }));
  const held: HeldQuery[] = [];
  for (const { query, distance } of queries) {
    const rank = await bestPhraseRank(index, query);
    if (rank !== undefined) held.push({ query, rank, distance });
  }
  const [best] = held.sort((a, b) => costOf(a) - costOf(b));
  const nearest = queries[0]?.query;
  return { ...(best && { best }), ...(nearest !== undefined && { nearest }) };
}

/** A correction is less likely where only texts hold it. */
function costOf({ distance, rank }: HeldQuery): number {
  return distance + fieldOfRank(rank) * 0.2;
}

/** Those replacements that the site holds beside the words around them, the most likely first. */
async function besideNeighbours(
  index: SearchIndex,
  candidates: readonly Replacement[],
  before: string | undefined,
  after: string | undefined,
): Promise<Replacement[]> {
  if (before === undefined && after === undefined) return [...candidates];
  const scored = await Promise.all(
    candidates.map(async (candidate) => {
      const held = before === undefined ? [] : [await index.holds([before, candidate.text])];
      // The pairs with the word before are in few files; those with the word after are each in another.
      if (after !== undefined && held[0] !== false) held.push(await index.holds([candidate.text, after]));
      return { candidate, missing: held.filter((isHeld) => !isHeld).length, isHeld: held.includes(true) };
    }),
  );
  return scored
    .filter(({ isHeld }) => isHeld)
    .sort((a, b) => a.missing - b.missing || a.candidate.distance - b.candidate.distance)
    .map(({ candidate }) => candidate);
}

async function replacements(index: SearchIndex, word: TypedWord, isThorough: boolean): Promise<Replacement[]> {
  const similar = await similarWords(index, word.key, isThorough);
  return similar.slice(0, maxReplacements).map(({ key, distance }) => ({ text: key, distance }));
}
