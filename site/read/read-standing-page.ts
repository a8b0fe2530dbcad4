import type { FrontMatter } from '#news/front-matter.ts';
import type { StandingPage } from '#news/standing-page.ts';
import type { Finding } from '#site/finding.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';

/** The standing page of a file; undefined if its front matter is invalid. */
export function readStandingPage({ value, slug, path, body }: ParsedItem<FrontMatter<'pages'>>): {
  item?: StandingPage;
  findings: readonly Finding[];
} {
  if (!value || !slug) return { findings: [] };
  const { title, description, lang, draft, ...rest } = value;
  rest satisfies NoMoreFields;
  return {
    findings: [],
    item: {
      path,
      slug,
      body,
      title: curlyQuotes(title),
      lang,
      draft,
      ...(description && { description: curlyQuotes(description) }),
    },
  };
}
