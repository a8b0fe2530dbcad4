import { expect, test } from 'vitest';
import { emptyBody } from '#news/body.ts';
import { checkContent } from '#site/check/check-content.ts';
import { markdownOf } from '#site/read/markdown-of.ts';
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

async function at(day: string, knobs: Record<string, string> = {}) {
  const env = { CONTENT_DIR: contentFolder({ [file]: text }), BUILD_TIME: `${day}T08:00:00+07:00`, ...knobs };
  const { site } = await checkContent(readSettings(env, new Date()));
  if (!site) throw new Error('the content cannot be read');
  return site.desk.newsroom;
}

test('before the day of its answer a question is shown without a word of it, and that day the site is built again', async () => {
  const { questions, announced, nextDue } = await at('2026-11-23');
  expect(questions.map(({ answer, body }) => [answer, body.markdown])).toEqual([[undefined, '']]);
  expect(announced.questions).toEqual([]);
  expect(nextDue).toEqual(new Date('2026-11-25T00:00:00+07:00'));
});

test('from that day on the answer is there and told of', async () => {
  const { questions, announced } = await at('2026-11-25');
  expect(markdownOf(questions[0]?.body ?? emptyBody)).toContain('Ai cũng được dự.');
  expect(announced.questions).toHaveLength(1);
});

test('editors see the answer before, and feeds do not tell of it', async () => {
  const { questions, announced } = await at('2026-11-23', { PREVIEW: '1' });
  expect(markdownOf(questions[0]?.body ?? emptyBody)).toContain('Ai cũng được dự.');
  expect(announced.questions).toEqual([]);
});
