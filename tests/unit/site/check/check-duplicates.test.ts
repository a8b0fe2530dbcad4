import { expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { type CheckOptions, checkContent } from '#site/check/check-content.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { ruleExamples } from '#site/guide/rule-examples.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const { wrong: repeated, right: alone } = ruleExamples['trung-bai'];

const suppressed = (files: ContentFiles) =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file,
      String(text).replace(/^title: .*/m, '$& # cho phép: trung-bai'),
    ]),
  );

async function rulesOf(files: ContentFiles, options?: CheckOptions): Promise<string[]> {
  const settings = readSettings({ CONTENT_DIR: contentFolder(files), BUILD_TIME: fixedTime }, new Date(0));
  const { errors, warnings } = await checkContent(settings, undefined, options);
  return [...errors, ...warnings].map(({ rule }) => rule);
}

test('only who asks for it is told that two articles repeat each other: it concerns no page of a build', async () => {
  expect(await rulesOf(repeated, { findsDuplicates: true })).toEqual(['trung-bai']);
  expect(await rulesOf(repeated)).toEqual([]);
});

test('a note that permits a repetition is superfluous only where repetitions were looked for', async () => {
  expect(await rulesOf(suppressed(alone), { findsDuplicates: true })).toEqual(['cho-phep-thua']);
  expect(await rulesOf(suppressed(alone))).toEqual([]);
});
