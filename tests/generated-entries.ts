import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import type { Entry } from '#search/entry.ts';
import { root } from '#site/settings.ts';
import { slug } from '#vietnamese/slug.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), 1 | state);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words after which a sentence of the fixtures' articles goes on, by the word before. */
function wordsAfter(): { after: Map<string, string[]>; all: string[] } {
  const after = new Map<string, string[]>();
  const all: string[] = [];
  for (const file of globSync(join(root, 'tests/fixtures/newsroom/articles/**/*.md')).sort()) {
    const text = matter(
      readFileSync(file, 'utf8')
        .normalize('NFC')
        .replace(/^\uFEFF/, ''),
    ).content;
    const written = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    written.forEach((word, index) => {
      all.push(word);
      const next = written[index + 1];
      if (next) after.set(word, [...(after.get(word) ?? []), next]);
    });
  }
  return { after, all };
}

const categories = ['Tin tức - sự kiện', 'Khoa học và đời sống', 'Tư vấn phản biện', 'Hội thành viên'];
/** Articles of about 435 words over twenty years, made of the fixtures' words: the same for the same seed. */
export function generatedEntries(count: number, seed = 1, jumps = 0.3): Entry[] {
  const random = randomNumbers(seed);
  const { after, all } = wordsAfter();
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)] as Item;
  let word = pick(all);
  const sentence = (length: number) => {
    const written: string[] = [];
    for (let i = 0; i < length; i++) {
      word = random() < jumps ? pick(all) : pick(after.get(word) ?? all);
      written.push(word);
    }
    return written
      .join(' ')
      .toLowerCase()
      .replace(/^./, (first) => first.toUpperCase());
  };
  return Array.from({ length: count }, (_, index) => {
    const year = 2007 + Math.floor((index / count) * 20);
    const share = ((index / count) * 20) % 1;
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(share * 360))).toISOString().slice(0, 10);
    const title = sentence(9 + Math.floor(random() * 9));
    return {
      address: `/bai-viet/${slug(title).slice(0, 80)}-${index}/`,
      title,
      lead: `${sentence(20)}. ${sentence(15)}.`,
      body: Array.from({ length: 8 }, () => `${sentence(16)}, ${sentence(12)}. ${sentence(18)}.`).join('\n'),
      category: pick(categories),
      day,
    };
  });
}
