import type { Article } from '#news/article.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { oldestFirst } from '#news/published.ts';
import { type RelatedState, related } from '#news/related.ts';
import { abbreviations } from '#search/abbreviations.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import type { Memory } from '#site/cache/memory.ts';
import { markdownOf } from '#site/read/markdown-of.ts';
import { searchAbbreviations } from '#site/search/search-files.ts';
import { type DatedText, type NearTextsState, nearTexts } from './near-texts.ts';

/** The related articles of each article that is shown; drafts that are not shown count for nothing. */
export function relatedArticles(newsroom: Newsroom, memory: Memory): Map<Article, Article[]> {
  const shown = new Set(newsroom.articles);
  const known = oldestFirst(newsroom.everyArticle.filter((article) => !article.draft || shown.has(article)));
  const short = abbreviations(searchAbbreviations(newsroom));
  const { near, state } = nearTexts(known, datedText, short, memory.recall<NearTextsState>('near texts'));
  memory.remember('near texts', state);
  const found = related(known, shown, near, memory.recall<RelatedState>('related'));
  memory.remember('related', found.state);
  return found.related;
}

function datedText(article: Article): DatedText {
  const { title, lead, leadFromBody, body, date } = article;
  return {
    fingerprint: fingerprint(article),
    instant: date.getTime(),
    text: () => [title, ...(leadFromBody ? [] : [lead]), markdownOf(body)].join('\n'),
  };
}
