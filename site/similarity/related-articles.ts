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

/** The related articles of each visible article; hidden drafts have no influence. */
export function relatedArticles(content: Newsroom, cache: Memory): Map<Article, Article[]> {
  const visible = new Set(content.articles);
  const candidates = oldestFirst(content.everyArticle.filter((article) => !article.draft || visible.has(article)));
  const compiled = abbreviations(searchAbbreviations(content));
  const { near, state } = nearTexts(candidates, datedText, compiled, cache.recall<NearTextsState>('near texts'));
  cache.remember('near texts', state);
  const found = related(candidates, visible, near, cache.recall<RelatedState>('related'));
  cache.remember('related', found.state);
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
