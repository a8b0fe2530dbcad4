import { z } from 'zod';
import { memoizeByObject } from '#news/memoize-by-object.ts';

/** The keys of a schema of front matter. */
export interface FrontMatterKeys {
  readonly all: readonly string[];
  readonly optional: readonly string[];
}

/** The keys that a schema accepts in front matter. */
export const frontMatterKeys = memoizeByObject((schema: z.ZodType): FrontMatterKeys => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const all = Object.keys(properties);
  return { all, optional: all.filter((key) => !required.includes(key)) };
});
