import type { Article } from '#news/article.ts';
import { oldestFirst } from '#news/published.ts';
import { type RelatedArticlesState, rankRelatedArticles } from '#news/rank-related-articles.ts';
import type { SimilarItems } from '#news/similar-items.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { type CompiledAbbreviations, compileAbbreviations } from '#search/compile-abbreviations.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { itemHash } from '#site/cache/item-hash.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { searchAbbreviations } from '#site/search/index-files.ts';
import { type DatedText, type SimilarTextsState, similarTexts } from './similar-texts.ts';

/** The related articles of each visible article; hidden drafts have no influence. */
export function relatedArticles(content: VisibleContent, cache: BuildCache): Map<Article, Article[]> {
  const visible = new Set(content.articles);
  const candidates = oldestFirst(content.allArticles.filter((article) => !article.draft || visible.has(article)));
  const compiled = compileAbbreviations(searchAbbreviations(content));
  const texts = candidates.map(datedText);
  const textsKey = dataHash([compiled.cacheKey, ...texts.map((text) => `${text.instant} ${text.dataHash}`)]);
  const previous = cache.get<CachedRelatedArticles>('related');
  const isSame = previous?.textsKey === textsKey;
  const similar = isSame ? previous.state.similar : similarTextsOf(texts, compiled, cache);
  // The word pairs of the archive are the largest part of the cache: read only where a text changed.
  if (isSame) cache.keep('near texts');
  const { related, state } = rankRelatedArticles(candidates, visible, similar, previous?.state);
  cache.set('related', isSame && state === previous.state ? previous : { textsKey, state });
  return related;
}

/** The result, and the key of the texts that it is for. */
interface CachedRelatedArticles {
  readonly textsKey: string;
  readonly state: RelatedArticlesState;
}

function similarTextsOf(texts: readonly DatedText[], compiled: CompiledAbbreviations, cache: BuildCache): SimilarItems {
  const state = similarTexts(texts, compiled, cache.get<SimilarTextsState>('near texts'));
  cache.set('near texts', state);
  return state.similar;
}

function datedText(article: Article): DatedText {
  const { title, lead, leadFromBody, body, date } = article;
  return {
    dataHash: itemHash(article),
    instant: date.getTime(),
    text: () => [title, ...(leadFromBody ? [] : [lead]), readMarkdown(body)].join('\n'),
  };
}
