import type { Article } from '#news/article.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { oldestFirst } from '#news/published.ts';
import { related } from '#news/related.ts';
import { abbreviations } from '#search/abbreviations.ts';
import { type DatedText, nearTexts } from '#search/near-texts.ts';
import { searchAbbreviations } from '#site/search/search-files.ts';

/** The related articles of each article that is shown; drafts that are not shown count for nothing. */
export function relatedArticles(newsroom: Newsroom): Map<Article, Article[]> {
  const shown = new Set(newsroom.articles);
  const known = oldestFirst(newsroom.everyArticle.filter((article) => !article.draft || shown.has(article)));
  const { near } = nearTexts(known, datedText, abbreviations(searchAbbreviations(newsroom)));
  return related(known, shown, near);
}

/** The text is its own fingerprint. */
function datedText({ title, lead, leadFromBody, body, date }: Article): DatedText {
  const text = [title, ...(leadFromBody ? [] : [lead]), body.markdown].join('\n');
  return { fingerprint: text, instant: date.getTime(), text: () => text };
}
