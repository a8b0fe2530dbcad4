import { slug } from '#vietnamese/slug.ts';
import type { SearchAnswer } from './search-answer.ts';
import { canSearch, searchInWorker } from './search-in-worker.ts';
import { searchResultItem } from './search-result-item.ts';

const maxResults = 5;
/** Longer addresses are also searched in parts of so many words, so that one wrong word does not hide the page. */
const partLength = 4;

/** The words of the last segment of a path: "/bai-viet/dai-hoi-lan-thu-v.html" → ["dai", "hoi", …] */
function wordsOf(path: string): string[] {
  const segment = decodeURI(path).replace(/\/+$/, '').split('/').at(-1) ?? '';
  return slug(segment.replace(/\.\w{2,5}$/, ''))
    .split('-')
    .filter((word) => word !== '');
}

async function findSimilarPages(words: readonly string[]): Promise<SearchAnswer['results']> {
  const parts = Array.from({ length: Math.ceil(words.length / partLength) }, (_, part) =>
    words.slice(part * partLength, (part + 1) * partLength),
  );
  for (const part of [words, ...parts]) {
    const { results } = await searchInWorker({ typed: part.join(' '), count: maxResults });
    if (results.length > 0) return results;
  }
  return [];
}

async function showSimilarPages(section: HTMLElement): Promise<void> {
  const { base = '' } = section.dataset;
  const words = wordsOf(location.pathname.slice(base.length));
  const results = words.length > 0 ? await findSimilarPages(words) : [];
  section.querySelector('ol')?.append(...results.map((result) => searchResultItem(result, base)));
  section.hidden = results.length === 0;
  // They take the place of the newest articles, so that nothing moves.
  const newest = document.querySelector<HTMLElement>('[data-newest]');
  if (newest) newest.hidden = results.length > 0;
}

const section = document.getElementById('gan-giong');
// If the index cannot be read, the page stays as it is.
if (section && canSearch) showSimilarPages(section).catch(() => {});
