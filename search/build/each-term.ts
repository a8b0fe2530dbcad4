import { type Entry, fields } from '#search/entry.ts';
import { hashAfter } from '#search/hash.ts';
import { eachWritten } from '#search/words.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';
import { marksOfPair } from './term.ts';
import type { Spelling } from './vocabulary.ts';

/** Receives every occurrence of an entry's terms, field by field, the most important first. */
export interface TermVisitor {
  word(field: number, hash: number, marks: number): void;
  pair(field: number, hash: number, marks: number): void;
  spelling(spelling: Spelling): void;
}

/** Visits the terms of an entry. */
export function eachTerm(entry: Entry, lexicon: Lexicon, visitor: TermVisitor): void {
  for (const [field, part] of fields.entries()) {
    let previous: LexiconWord | undefined;
    eachWritten(entry[part], lexicon.abbreviations, (token, _start, followsToken) => {
      const { words, spelling } = lexicon.meaning(token);
      if (spelling) visitor.spelling(spelling);
      let followsPrevious = followsToken;
      for (const word of words) {
        visitor.word(field, word.hash, word.marks);
        if (followsPrevious && previous)
          visitor.pair(field, hashAfter(previous.begun, word.key), marksOfPair(previous.marks, word.marks));
        previous = word;
        followsPrevious = true;
      }
    });
  }
}
