import { expect, test } from 'vitest';
import { emptyBody } from '#news/body.ts';
import { checkContent } from '#site/check/check-content.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'questions/2026-11-20-hoi.md';
const text = `---
title: Ai được dự hội thi?
date: 2026-11-20
answeredBy: Ban Biên tập
answered: 2026-11-25
---

Ai cũng được dự.
`;

async function contentOn(day: string, options: Record<string, string> = {}) {
  const env = { CONTENT_DIR: contentFolder({ [file]: text }), BUILD_TIME: `${day}T08:00:00+07:00`, ...options };
  const { site } = await checkContent(readSettings(env, new Date()));
  if (!site) throw new Error('the content cannot be read');
  return site.context.content;
}

test('until the date of its answer a question is visible without it, and the next build is due then', async () => {
  const { questions, listed, nextBuildAt } = await contentOn('2026-11-23');
  expect(questions.map(({ answer, body }) => [answer, body.markdown])).toEqual([[undefined, '']]);
  expect(listed.questions).toEqual([]);
  expect(nextBuildAt).toEqual(new Date('2026-11-25T00:00:00+07:00'));
});

test('from its date on the answer is visible and in feeds', async () => {
  const { questions, listed } = await contentOn('2026-11-25');
  expect(readMarkdown(questions[0]?.body ?? emptyBody)).toContain('Ai cũng được dự.');
  expect(listed.questions).toHaveLength(1);
});

test('editors see the answer before its date, feeds do not contain it', async () => {
  const { questions, listed } = await contentOn('2026-11-23', { PREVIEW: '1' });
  expect(readMarkdown(questions[0]?.body ?? emptyBody)).toContain('Ai cũng được dự.');
  expect(listed.questions).toEqual([]);
});
