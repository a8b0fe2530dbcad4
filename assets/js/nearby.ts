import type { Result } from '#search/answer.ts';
import { slug } from '#vietnamese/slug.ts';
import { askSearch, canSearch } from './ask-search.ts';
import { resultItem } from './search-result.ts';

const most = 5;
/** Of a longer address parts are looked for too: one wrong word in it must not hide the page. */
const partLength = 4;

/** The words of an address that say what was there: "/bai-viet/dai-hoi-lan-thu-v.html" → ["dai", "hoi", …] */
function wordsOf(path: string): string[] {
  const last = decodeURI(path).replace(/\/+$/, '').split('/').at(-1) ?? '';
  return slug(last.replace(/\.\w{2,5}$/, ''))
    .split('-')
    .filter((word) => word !== '');
}

async function nearest(words: readonly string[]): Promise<readonly Result[]> {
  const parts = Array.from({ length: Math.ceil(words.length / partLength) }, (_, part) =>
    words.slice(part * partLength, (part + 1) * partLength),
  );
  for (const part of [words, ...parts]) {
    const { results } = await askSearch({ typed: part.join(' '), count: most });
    if (results.length > 0) return results;
  }
  return [];
}

async function showNearest(section: HTMLElement): Promise<void> {
  const { base = '' } = section.dataset;
  const words = wordsOf(location.pathname.slice(base.length));
  const results = words.length > 0 ? await nearest(words) : [];
  section.querySelector('ol')?.append(...results.map((result) => resultItem(result, base)));
  section.hidden = results.length === 0;
}

const section = document.getElementById('gan-giong');
// Where the index cannot be read the page stays as it is.
if (section && canSearch) showNearest(section).catch(() => {});
