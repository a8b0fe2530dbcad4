import type { z } from 'zod';
import { articleFrontMatterSchema } from './article.ts';
import type { ContentKind } from './content-kind.ts';
import { documentFrontMatterSchema } from './document.ts';
import { eventFrontMatterSchema } from './event.ts';
import { questionFrontMatterSchema } from './question.ts';
import { standingPageFrontMatterSchema } from './standing-page.ts';

/** The schema of the front matter of each kind of item. */
export const frontMatterSchemas = {
  articles: articleFrontMatterSchema,
  questions: questionFrontMatterSchema,
  documents: documentFrontMatterSchema,
  events: eventFrontMatterSchema,
  pages: standingPageFrontMatterSchema,
} as const satisfies { readonly [K in ContentKind]: z.ZodType };

/** The validated front matter of a kind of item. */
export type FrontMatter<K extends ContentKind> = z.output<(typeof frontMatterSchemas)[K]>;
