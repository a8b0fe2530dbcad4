import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleFrontMatterSchema } from '#news/article.ts';
import { authorsSchema } from '#news/author.ts';
import { categoriesSchema } from '#news/category.ts';
import { documentFrontMatterSchema } from '#news/document.ts';
import { eventFrontMatterSchema } from '#news/event.ts';
import { leadershipSchema } from '#news/leader.ts';
import { membersSchema } from '#news/member.ts';
import { organisationSchema } from '#news/organisation.ts';
import { questionFrontMatterSchema } from '#news/question.ts';
import { standingPageFrontMatterSchema } from '#news/standing-page.ts';

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

test.each(['-1', '1.000', 'nghìn'])('“visitsShownFrom: %s” is no whole number', (written) => {
  const { error } = organisationSchema.safeParse({ visitsShownFrom: written });
  expect(error?.issues.find(({ path }) => path.join() === 'visitsShownFrom')?.message).toBe(
    'visitsShownFrom phải là một số nguyên, chỉ gồm chữ số · viết cả dòng “visitsShownFrom: 1000”, hoặc xóa dòng này [gia-tri]',
  );
});

describe.each(
  Object.entries({
    'an article': articleFrontMatterSchema,
    'a question': questionFrontMatterSchema,
    'a document': documentFrontMatterSchema,
    'an event': eventFrontMatterSchema,
    'a page': standingPageFrontMatterSchema,
    'site.yaml': organisationSchema,
    'an author': authorsSchema.unwrap().element,
    'a category': categoriesSchema.unwrap().element,
    'a member association': membersSchema.unwrap().element,
    'a leader': leadershipSchema.unwrap().element,
  } satisfies Record<string, z.ZodType>),
)('in %s', (_, schema) => {
  test.each(keysOf(schema))('an empty “%s:” is reported as empty, with a remedy', (key, isRequired) => {
    const message = isRequired
      ? / để trống · viết như “.+” \[thieu-muc\]$/
      : / để trống · .+, hoặc xóa dòng này \[thieu-muc\]$/;
    expect(messagesWhenEmpty(schema, key)).toEqual([expect.stringMatching(message)]);
  });
});
