/** The offsets of a sentence in its text; the end is exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Punctuation marks with closing quotes and brackets, before a space. */
const marks = /[!?…;.]{1,20}["”’»)\]]{0,9}(?=\s)/gu;

/** Abbreviations before a name or a number: "GS. Nguyễn Văn A", "TP. Huế", "tr. 5". */
const abbreviation =
  /(?:^|[\s(“".])(?:P?GS|TSKH|TS|ThS|Th\.S|BS|DS|KS|KTS|CN|LS|NG[NƯ][DT]|NS[NƯ][DT]|TP|Tp|TX|Tx|TT|Tr|tr|Mr|Mrs|Dr|\p{Lu})$/u;

/** The sentences of a text in order; a semicolon ends one too, because sentences in reports are long. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push({ start, end });
    start = end + (/^\s+/.exec(text.slice(end))?.[0].length ?? 0);
  };
  start = /^\s*/.exec(text)?.[0].length ?? 0;
  for (const match of text.matchAll(marks)) {
    const end = match.index + match[0].length;
    if (isSentenceEnd(text.slice(start, match.index), match[0], text.slice(end))) add(end);
  }
  add(text.trimEnd().length);
  return found;
}

/** The first sentences of a text, as many as make `atLeast` characters; a semicolon ends none of them. */
export function openingSentences(text: string, atLeast = 40): string {
  const ends = sentences(text).filter(({ end }) => text[end - 1] !== ';' || end === text.trimEnd().length);
  const start = ends[0]?.start ?? 0;
  const last = ends.find(({ end }) => end - start >= atLeast) ?? ends.at(-1);
  return text.slice(start, last?.end ?? start);
}

function isSentenceEnd(before: string, mark: string, after: string): boolean {
  if (mark.startsWith(';')) return true;
  if (/^\s+["“‘(]*\p{Ll}/u.test(after)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const isListNumber = /^\d+$/.test(before);
  return !isListNumber && !abbreviation.test(before);
}
