import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { root } from '#site/settings.ts';
import { pickOf } from './random-numbers.ts';

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

let known: ReturnType<typeof wordsAfter> | undefined;

/** Writes sentences of so many of the fixtures' words; at a jump any word follows, else one that follows it there. */
export function generatedSentences(random: () => number, jumps: number): (length: number) => string {
  known ??= wordsAfter();
  const { after, all } = known;
  let word = pickOf(all, random);
  return (length) => {
    const written: string[] = [];
    for (let i = 0; i < length; i++) {
      word = random() < jumps ? pickOf(all, random) : pickOf(after.get(word) ?? all, random);
      written.push(word);
    }
    return written
      .join(' ')
      .toLowerCase()
      .replace(/^./, (first) => first.toUpperCase());
  };
}
