import { pairHash } from '#search/hash.ts';
import { entryFields, type SearchEntry } from '#search/search-entry.ts';
import { forEachToken } from '#search/tokenize.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';
import { combineMarks } from './term.ts';
import type { Spelling } from './vocabulary.ts';

/** Receives every occurrence of an entry's terms, field by field, the most important first. */
export interface TermVisitor {
  word(field: number, hash: number, marks: number): void;
  pair(field: number, hash: number, marks: number): void;
  spelling(spelling: Spelling): void;
}

/** Visits the terms of an entry. */
export function visitTerms(entry: SearchEntry, lexicon: Lexicon, visitor: TermVisitor): void {
  for (const [field, part] of entryFields.entries()) {
    let previous: LexiconWord | undefined;
    forEachToken(entry[part], lexicon.abbreviations, (token, _start, followsToken) => {
      const { words, spelling } = lexicon.lookup(token);
      if (spelling) visitor.spelling(spelling);
      let followsPrevious = followsToken;
      for (const word of words) {
        visitor.word(field, word.hash, word.marks);
        if (followsPrevious && previous)
          visitor.pair(field, pairHash(previous.pairPrefix, word.key), combineMarks(previous.marks, word.marks));
        previous = word;
        followsPrevious = true;
      }
    });
  }
}
