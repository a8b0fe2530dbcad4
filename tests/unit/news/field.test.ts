import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleFrontMatter } from '#news/article.ts';
import { authors } from '#news/author.ts';
import { categories } from '#news/category.ts';
import { documentFrontMatter } from '#news/document.ts';
import { eventFrontMatter } from '#news/event.ts';
import { organisation } from '#news/organisation.ts';
import { questionFrontMatter } from '#news/question.ts';
import { standingPageFrontMatter } from '#news/standing-page.ts';

/** The messages of a schema about one of its keys with an empty value. */
function messagesWhenEmpty(schema: z.ZodType, key: string): string[] {
  const { error } = schema.safeParse({ [key]: '' });
  return (error?.issues ?? []).filter(({ path }) => path.join() === key).map(({ message }) => message);
}

/** The keys of a schema, and whether each is required. */
function keysOf(schema: z.ZodType): [key: string, isRequired: boolean][] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.keys(properties).map((key) => [key, required.includes(key)]);
}

describe.each(
  Object.entries({
    'an article': articleFrontMatter,
    'a question': questionFrontMatter,
    'a document': documentFrontMatter,
    'an event': eventFrontMatter,
    'a page': standingPageFrontMatter,
    'site.yaml': organisation,
    'an author': authors.unwrap().element,
    'a category': categories.unwrap().element,
  } satisfies Record<string, z.ZodType>),
)('in %s', (_, schema) => {
  test.each(keysOf(schema))('an empty “%s:” is reported as empty, with a remedy', (key, isRequired) => {
    const message = isRequired
      ? / để trống · viết như “.+” \[thieu-muc\]$/
      : / để trống · .+, hoặc xóa dòng này \[thieu-muc\]$/;
    expect(messagesWhenEmpty(schema, key)).toEqual([expect.stringMatching(message)]);
  });
});
