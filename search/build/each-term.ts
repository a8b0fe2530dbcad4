import { type Entry, fields } from '#search/entry.ts';
import { hashAfter } from '#search/hash.ts';
import { eachWritten } from '#search/words.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';
import { marksOfPair } from './term.ts';
import type { Spelling } from './vocabulary.ts';

/** What is told of an entry's terms, as often as they stand there, by fields, best first. */
export interface TermVisitor {
  word(field: number, hash: number, marks: number): void;
  pair(field: number, hash: number, marks: number): void;
  spelling(spelling: Spelling): void;
}

/** Visits the terms of an entry. */
export function eachTerm(entry: Entry, lexicon: Lexicon, visitor: TermVisitor): void {
  for (const [field, part] of fields.entries()) {
    let before: LexiconWord | undefined;
    eachWritten(entry[part], lexicon.abbreviations, (written, _start, follows) => {
      const { words, spelling } = lexicon.meaning(written);
      if (spelling) visitor.spelling(spelling);
      let joined = follows;
      for (const word of words) {
        visitor.word(field, word.hash, word.marks);
        if (joined && before)
          visitor.pair(field, hashAfter(before.begun, word.key), marksOfPair(before.marks, word.marks));
        before = word;
        joined = true;
      }
    });
  }
}
