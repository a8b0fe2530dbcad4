import type { Article } from '#news/article.ts';
import { oldestFirst } from '#news/published.ts';
import { type RelatedArticlesState, rankRelatedArticles } from '#news/rank-related-articles.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { compileAbbreviations } from '#search/compile-abbreviations.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { itemHash } from '#site/cache/item-hash.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { searchAbbreviations } from '#site/search/index-files.ts';
import { type DatedText, type SimilarTextsState, similarTexts } from './similar-texts.ts';

/** The related articles of each visible article; hidden drafts have no influence. */
export function relatedArticles(content: VisibleContent, cache: BuildCache): Map<Article, Article[]> {
  const visible = new Set(content.articles);
  const candidates = oldestFirst(content.allArticles.filter((article) => !article.draft || visible.has(article)));
  const compiled = compileAbbreviations(searchAbbreviations(content));
  const texts = similarTexts(candidates.map(datedText), compiled, cache.get<SimilarTextsState>('near texts'));
  cache.set('near texts', texts);
  const found = rankRelatedArticles(candidates, visible, texts.similar, cache.get<RelatedArticlesState>('related'));
  cache.set('related', found.state);
  return found.related;
}

function datedText(article: Article): DatedText {
  const { title, lead, leadFromBody, body, date } = article;
  return {
    dataHash: itemHash(article),
    instant: date.getTime(),
    text: () => [title, ...(leadFromBody ? [] : [lead]), readMarkdown(body)].join('\n'),
  };
}
