import { expect, test } from 'vitest';
import { emptyBody } from '#news/body.ts';
import type { Document } from '#news/document.ts';
import { findDocumentsByName, registeredDocuments } from '#news/registered-documents.ts';

function plan(slug: string, more: Partial<Document> = {}): Document {
  return {
    path: `content/documents/2026-03-05-${slug}.md`,
    slug,
    title: `Kế hoạch ${slug}`,
    number: `${slug}/KH`,
    type: 'Kế hoạch',
    date: new Date('2026-03-05'),
    issuer: 'Liên hiệp hội',
    inForce: true,
    files: [],
    draft: false,
    body: emptyBody,
    ...more,
  };
}

test('a document is found by its number or its file name, with or without date and ".md"', () => {
  const [first, second] = [plan('so-12'), plan('so-15')];
  for (const name of ['so-15/KH', 'so-15', 'so-15.md', '2026-03-05-so-15', '2026-03-05-so-15.md'])
    expect(findDocumentsByName(name, [first, second]), name).toEqual([second]);
  expect(findDocumentsByName('15', [first, second])).toEqual([]);
});

test('numbers restart each year: a number can match two documents, a file name matches one', () => {
  const both = [plan('cu', { number: '1/KH' }), plan('moi', { number: '1/KH' })];
  expect(findDocumentsByName('1/KH', both)).toEqual(both);
  expect(findDocumentsByName('moi', both)).toEqual([both[1]]);
});

test('a replaced document is no longer in force, and its replacement lists all that it replaces', () => {
  const late = plan('moi');
  const early = ['cu-1', 'cu-2'].map((slug) => plan(slug, { replacedBy: 'moi/KH' }));
  expect(registeredDocuments([late, ...early])).toEqual([
    { document: late, inForce: true, replaces: early },
    ...early.map((document) => ({ document, inForce: false, replacedBy: late, replaces: [] })),
  ]);
});

test('a document stays in force until its replacement is visible', () => {
  const early = plan('cu', { replacedBy: 'moi/KH' });
  expect(registeredDocuments([early])).toEqual([{ document: early, inForce: true, replaces: [] }]);
});

test('a document can end without a replacement', () => {
  expect(registeredDocuments([plan('cu', { inForce: false })])[0]?.inForce).toBe(false);
});
