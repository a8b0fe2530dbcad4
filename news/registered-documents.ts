import { yearOf } from '#vietnamese/date.ts';
import type { Document } from './document.ts';

/** A document with the one that replaces it and those it replaces. */
export interface RegisteredDocument {
  readonly document: Document;
  readonly inForce: boolean;
  readonly replacedBy?: Document;
  readonly replaces: readonly Document[];
}

/** The documents with this file name (its date and ".md" are optional) or, if there are none, with this number. */
export function findDocumentsByName<Item extends Pick<Document, 'number' | 'slug' | 'path'>>(
  name: string,
  documents: readonly Item[],
): Item[] {
  const file = name.replace(/\.md$/, '');
  const byFile = documents.filter(({ slug, path }) => slug === file || path.endsWith(`/${file}.md`));
  return byFile.length > 0 ? byFile : documents.filter(({ number }) => number === name);
}

/** Links each document to its replacement and to those it replaces. A replacement outside the list is ignored. */
export function registeredDocuments(documents: readonly Document[]): RegisteredDocument[] {
  const successors = new Map(
    documents.flatMap((document) => {
      const [successor] = document.replacedBy ? findDocumentsByName(document.replacedBy, documents) : [];
      return successor ? [[document, successor] as const] : [];
    }),
  );
  const predecessors = Map.groupBy(successors.keys(), (document) => successors.get(document));
  return documents.map((document) => {
    const replacedBy = successors.get(document);
    return {
      document,
      inForce: document.inForce && !replacedBy,
      ...(replacedBy && { replacedBy }),
      replaces: predecessors.get(document) ?? [],
    };
  });
}

/**
 * The documents with a number that the same issuer had used in the same year, each with the first document of that
 * number; in the order given. A number without a digit ("Không số") is not compared.
 */
export function duplicateDocumentNumbers(
  documents: readonly Document[],
): (readonly [duplicate: Document, first: Document])[] {
  const numbered = documents.filter(({ number }) => /\d/.test(number));
  return [...Map.groupBy(numbered, numberKey).values()].flatMap(([first, ...duplicates]) =>
    first ? duplicates.map((duplicate) => [duplicate, first] as const) : [],
  );
}

/** A key that is equal for equal numbers: "07/KH-LHH" and "7/kh-lhh" are the same. */
function numberKey({ number, issuer, date }: Document): string {
  const bare = number.replace(/\s+/g, '').replace(/^0+(?=\d)/, '');
  return `${bare}\n${issuer}\n${yearOf(date)}`.toLowerCase();
}
