import type { z } from 'zod';
import { articleFrontMatter } from './article.ts';
import { documentFrontMatter } from './document.ts';
import { eventFrontMatter } from './event.ts';
import type { Kind } from './kinds.ts';
import { questionFrontMatter } from './question.ts';
import { standingPageFrontMatter } from './standing-page.ts';

/** What an editor writes above the words of each kind of item. */
export const frontMatter = {
  articles: articleFrontMatter,
  questions: questionFrontMatter,
  documents: documentFrontMatter,
  events: eventFrontMatter,
  pages: standingPageFrontMatter,
} as const satisfies { readonly [Each in Kind]: z.ZodType };

/** The front matter of a kind as it was read. */
export type FrontMatter<Each extends Kind> = z.output<(typeof frontMatter)[Each]>;
