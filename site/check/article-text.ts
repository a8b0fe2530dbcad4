import type { Article } from '#news/article.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';

/** The lead and the Markdown of an article, wherever its lead was written. */
export function articleText({ lead, leadFromBody, body }: Article): string {
  return leadFromBody ? readMarkdown(body) : `${lead}\n\n${readMarkdown(body)}`;
}
