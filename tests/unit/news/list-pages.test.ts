import { expect, test } from 'vitest';
import { listPages } from '#news/list-pages.ts';

const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => count - index);

test('the bare address shows all until there are forty, then the newest 20 to 39', () => {
  for (let count = 0; count < 140; count++) {
    const { newest, numbered } = listPages(newestFirst(count));
    expect(newest).toHaveLength(count < 40 ? count : 20 + (count % 20));
    if (count < 40) expect(numbered).toHaveLength(0);
  }
});

test('a full page never changes again, and every link of a page leads to a page', () => {
  const frozen = new Map<number, string>();
  for (let count = 0; count < 140; count++) {
    const { numbered, older } = listPages(newestFirst(count));
    const numbers = new Set(numbered.map(({ number }) => number));
    if (older !== undefined) expect(numbers).toContain(older);
    for (const page of numbered) {
      if (page.older !== undefined) expect(numbers).toContain(page.older);
      if (page.newer !== undefined) expect(numbers).toContain(page.newer);
      if (page.items.length < 20) continue;
      const now = JSON.stringify(page);
      expect(frozen.get(page.number) ?? now).toBe(now);
      frozen.set(page.number, now);
    }
  }
  expect(frozen.size).toBe(6);
});

test('leafing from the bare address to the oldest page meets every item', () => {
  const { newest, numbered } = listPages(newestFirst(97));
  const met = new Set([...newest, ...numbered.flatMap(({ items }) => items)]);
  expect(met.size).toBe(97);
});
