import { expect, test } from 'vitest';
import { emptyBody } from '#news/body.ts';
import type { Document } from '#news/document.ts';
import { documentRegister, documentsCalled } from '#news/document-register.ts';

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

test('a document is called by its number or its file, with date and ".md" or without', () => {
  const [first, second] = [plan('so-12'), plan('so-15')];
  for (const name of ['so-15/KH', 'so-15', 'so-15.md', '2026-03-05-so-15', '2026-03-05-so-15.md'])
    expect(documentsCalled(name, [first, second]), name).toEqual([second]);
  expect(documentsCalled('15', [first, second])).toEqual([]);
});

test('numbers begin anew each year: one that two documents have means both, a file means one', () => {
  const both = [plan('cu', { number: '1/KH' }), plan('moi', { number: '1/KH' })];
  expect(documentsCalled('1/KH', both)).toEqual(both);
  expect(documentsCalled('moi', both)).toEqual([both[1]]);
});

test('what is replaced is in force no more, and what replaces it knows all it replaces', () => {
  const late = plan('moi');
  const early = ['cu-1', 'cu-2'].map((slug) => plan(slug, { replacedBy: 'moi/KH' }));
  expect(documentRegister([late, ...early])).toEqual([
    { document: late, inForce: true, replaces: early },
    ...early.map((document) => ({ document, inForce: false, replacedBy: late, replaces: [] })),
  ]);
});

test('until readers can see what replaces a document, it stands as before', () => {
  const early = plan('cu', { replacedBy: 'moi/KH' });
  expect(documentRegister([early])).toEqual([{ document: early, inForce: true, replaces: [] }]);
});

test('a document can end without a successor', () => {
  expect(documentRegister([plan('cu', { inForce: false })])[0]?.inForce).toBe(false);
});
