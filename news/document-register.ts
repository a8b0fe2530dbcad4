import { yearOf } from '#vietnamese/date.ts';
import type { Document } from './document.ts';

/** A document as it stands among others. */
export interface Registered {
  readonly document: Document;
  readonly inForce: boolean;
  readonly replacedBy?: Document;
  readonly replaces: readonly Document[];
}

/** The documents a name means: a number, or the name of a file, with its date and ".md" or without. */
export function documentsCalled<Item extends Pick<Document, 'number' | 'slug' | 'path'>>(
  name: string,
  documents: readonly Item[],
): Item[] {
  const file = name.replace(/\.md$/, '');
  const byFile = documents.filter(({ slug, path }) => slug === file || path.endsWith(`/${file}.md`));
  return byFile.length > 0 ? byFile : documents.filter(({ number }) => number === name);
}

/** Each document with what replaces it among them and what it replaces; one whose successor is not among them stands as before. */
export function documentRegister(documents: readonly Document[]): Registered[] {
  const successors = new Map(
    documents.flatMap((document) => {
      const [successor] = document.replacedBy ? documentsCalled(document.replacedBy, documents) : [];
      return successor ? [[document, successor] as const] : [];
    }),
  );
  const replaced = Map.groupBy(successors.keys(), (document) => successors.get(document));
  return documents.map((document) => {
    const replacedBy = successors.get(document);
    return {
      document,
      inForce: document.inForce && !replacedBy,
      ...(replacedBy && { replacedBy }),
      replaces: replaced.get(document) ?? [],
    };
  });
}

/**
 * The documents whose number another one of the same issuer had in the same year, each with the first that had it; in the
 * order given. A number without a digit ("Không số") is none.
 */
export function repeatedNumbers(documents: readonly Document[]): (readonly [again: Document, first: Document])[] {
  const numbered = documents.filter(({ number }) => /\d/.test(number));
  return [...Map.groupBy(numbered, numberInYear).values()].flatMap(([first, ...more]) =>
    first ? more.map((again) => [again, first] as const) : [],
  );
}

/** "07/KH-LHH" and "7/kh-lhh" are one number. */
function numberInYear({ number, issuer, date }: Document): string {
  const bare = number.replace(/\s+/g, '').replace(/^0+(?=\d)/, '');
  return `${bare}\n${issuer}\n${yearOf(date)}`.toLowerCase();
}
