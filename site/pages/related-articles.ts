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
  return related(known, shown, nearTexts(known, datedText, abbreviations(searchAbbreviations(newsroom))));
}

function datedText({ title, lead, leadFromBody, body, date }: Article): DatedText {
  return { text: [title, ...(leadFromBody ? [] : [lead]), body.markdown].join('\n'), instant: date.getTime() };
}
