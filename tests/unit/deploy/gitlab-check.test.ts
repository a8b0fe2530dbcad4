import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { runScript } from '#bench/fixtures/run-script.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const pipelineSchema = z.strictObject({
  check: z.object({
    rules: z.array(z.strictObject({ if: z.string() })),
    cache: z.object({ key: z.object({ files: z.array(z.string()).max(2) }) }),
    script: z.array(z.string()),
    artifacts: z.object({ when: z.literal('always'), reports: z.object({ codequality: z.string() }) }),
  }),
});
const { check } = pipelineSchema.parse(parse(readFileSync(join(projectRoot, 'deploy/gitlab-check.yml'), 'utf8')));

test('the check writes the report that GitLab takes, with what it finds, and fails', () => {
  const [, args = ''] = /^npm run check -- (.*)$/.exec(check.script[0] ?? '') ?? [];
  const content = contentFolder({ 'articles/a.md': validArticle.replace('title', 'titel') });
  const folder = temporaryFolder();
  const environment = { CONTENT_DIR: content, CI_PROJECT_DIR: content };
  const { status, stdout } = runScript('check', environment, args.split(' '), '', folder);
  expect([status, stdout]).toEqual([1, expect.stringContaining('articles/a.md:2:1 · không có mục nào tên “titel”')]);
  expect(JSON.parse(readFileSync(join(folder, check.artifacts.reports.codequality), 'utf8'))).toMatchObject([
    { check_name: 'muc-la', severity: 'blocker', location: { path: 'articles/a.md', lines: { begin: 2 } } },
  ]);
});

test('it runs for merge requests, and for the branch that their reports are compared with', () => {
  expect(check.rules.map((rule) => rule.if)).toEqual([
    '$CI_PIPELINE_SOURCE == "merge_request_event"',
    '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
  ]);
});

test('the cached packages are those of lock files that exist', () => {
  expect(check.cache.key.files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});
