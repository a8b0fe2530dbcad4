import type { Body } from '#news/body.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import { headingIds } from '#site/markdown/markdown.ts';
import { parseBody } from '#site/markdown/parse-body.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';

/** The ids of the headings of a body, which links to its page may name. */
export const headingAnchors = memoizeByObject(
  (body: Body): ReadonlySet<string> => new Set(headingIds(parseBody(readMarkdown(body)).tokens).values()),
);
