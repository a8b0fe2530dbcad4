import type { z } from 'zod';
import { articleFrontMatter } from './article.ts';
import { documentFrontMatter } from './document.ts';
import { eventFrontMatter } from './event.ts';
import type { Kind } from './kinds.ts';
import { questionFrontMatter } from './question.ts';
import { standingPageFrontMatter } from './standing-page.ts';

/** The schema of the front matter of each kind of item. */
export const frontMatter = {
  articles: articleFrontMatter,
  questions: questionFrontMatter,
  documents: documentFrontMatter,
  events: eventFrontMatter,
  pages: standingPageFrontMatter,
} as const satisfies { readonly [K in Kind]: z.ZodType };

/** The validated front matter of a kind of item. */
export type FrontMatter<K extends Kind> = z.output<(typeof frontMatter)[K]>;
