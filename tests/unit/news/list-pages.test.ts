import { expect, test } from 'vitest';
import { listPages } from '#news/list-pages.ts';

const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => count - index);

test('the bare address has all items up to 39, otherwise the newest 20 to 39', () => {
  for (let count = 0; count < 140; count++) {
    const { newest, numbered } = listPages(newestFirst(count));
    expect(newest).toHaveLength(count < 40 ? count : 20 + (count % 20));
    if (count < 40) expect(numbered).toHaveLength(0);
  }
});

test('a full page never changes, and every link of a page leads to an existing page', () => {
  const fullPages = new Map<number, string>();
  for (let count = 0; count < 140; count++) {
    const { numbered, older } = listPages(newestFirst(count));
    const numbers = new Set(numbered.map(({ number }) => number));
    if (older !== undefined) expect(numbers).toContain(older);
    for (const page of numbered) {
      if (page.older !== undefined) expect(numbers).toContain(page.older);
      if (page.newer !== undefined) expect(numbers).toContain(page.newer);
      if (page.items.length < 20) continue;
      const current = JSON.stringify(page);
      expect(fullPages.get(page.number) ?? current).toBe(current);
      fullPages.set(page.number, current);
    }
  }
  expect(fullPages.size).toBe(6);
});

test('the bare address and the numbered pages together have every item', () => {
  const { newest, numbered } = listPages(newestFirst(97));
  const found = new Set([...newest, ...numbered.flatMap(({ items }) => items)]);
  expect(found.size).toBe(97);
});
