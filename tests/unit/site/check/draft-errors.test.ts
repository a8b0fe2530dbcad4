import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { checkContent } from '#site/check/check-content.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const draft = validArticle.replace('author:', 'draft: true\nauthor:').replace('Hội nghị', 'Bản thảo');
const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));

async function check(files: Parameters<typeof contentFolder>[0], preview = false) {
  const env = { CONTENT_DIR: contentFolder(files), BUILD_TIME: fixedTime, ...(preview && { PREVIEW: '1' }) };
  const { site, ...found } = await checkContent(readSettings(env, new Date(0)));
  const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule).sort();
  return {
    errors: rules(found.errors),
    draftErrors: rules(found.draftErrors),
    warnings: rules(found.warnings),
    shown: site?.context.content.articles.map(({ slug }) => slug).sort(),
    hidden: site?.hiddenAddresses,
  };
}

test.each([
  ['in its body', `${draft}\nXem [trang](/khong-co/).\n`, 'lien-ket'],
  ['a picture that lacks', `${draft}\n![Đại biểu biểu quyết](thieu.jpg)\n`, 'anh'],
  ['in its front matter', draft.replace('2026-11-23', '23/11/2026'), 'ngay'],
  ['in its YAML', draft.replace('Bản thảo', '"Bản thảo'), 'ngoac-chua-dong'],
  ['in its first line', draft.replace('---', ''), 'phan-dau'],
  ['at its last line of front matter', draft.replace('kiện\n---\n', 'kiện\n'), 'phan-dau'],
  ['said in other words', draft.replace('draft: true', 'published: false').replace('BTT', 'XYZ'), 'ten-la'],
  ['without a lead', draft.replace(/\n\nLiên.*/s, '\n'), 'loi-dan'],
])('an error of a draft stops neither a build nor a preview: %s', async (_, text, rule) => {
  const files = { 'articles/tot.md': validArticle, 'articles/nhap.md': text };
  const [readers, editors] = [await check(files), await check(files, true)];
  for (const { errors, draftErrors, shown, hidden } of [readers, editors]) {
    expect({ errors, draftErrors, shown }).toEqual({ errors: [], draftErrors: [rule], shown: ['tot'] });
    expect(hidden?.has('/bai-viet/nhap/')).toBe(true);
  }
});

test('a preview shows drafts without errors', async () => {
  const { draftErrors, shown } = await check({ 'articles/tot.md': validArticle, 'articles/nhap.md': draft }, true);
  expect({ draftErrors, shown }).toEqual({ draftErrors: [], shown: ['nhap', 'tot'] });
});

test.each(['draft: rồi', 'draft:', 'draft: true\ndraft: false', 'draft: false'])(
  'an error stops the build where the draft is not certain: %s',
  async (line) => {
    const { errors, draftErrors } = await check({
      'articles/nhap.md': draft.replace('draft: true', line).replace('BTT', 'BTT: XYZ'),
    });
    expect({ errors: errors.length, draftErrors }).toEqual({ errors: 1, draftErrors: [] });
  },
);

test('a link of an article to a draft with errors is a warning, as to any draft', async () => {
  const { errors, warnings } = await check({
    'articles/tot.md': `${validArticle}\nXem [bài](/bai-viet/nhap/).\n`,
    'articles/nhap.md': draft.replace('BTT', 'XYZ'),
  });
  expect({ errors, warnings }).toEqual({ errors: [], warnings: ['lien-ket-an'] });
});

test('a damaged picture stops the build unless only drafts use it', async () => {
  const image = '\n![Đại biểu biểu quyết](hong.jpg)\n';
  const damaged = { 'articles/hong.jpg': picture.subarray(0, 20) };
  const inDraft = { ...damaged, 'articles/tot.md': validArticle, 'articles/nhap.md': draft + image };
  expect(await check(inDraft)).toMatchObject({ errors: [], draftErrors: ['anh'] });
  expect(await check(inDraft, true)).toMatchObject({ errors: [], draftErrors: ['anh'], shown: ['tot'] });
  expect(await check({ ...inDraft, 'articles/tot.md': validArticle + image })).toMatchObject({
    errors: ['anh'],
    draftErrors: [],
  });
});

test('of an article and an older draft with one address, the draft is told', async () => {
  const { errors, draftErrors } = await check({
    'articles/2025/2025-01-01-hop.md': draft.replace('2026-11-23', '2025-01-01'),
    'articles/2026/2026-11-23-hop.md': validArticle,
  });
  expect({ errors, draftErrors }).toEqual({ errors: [], draftErrors: ['dia-chi'] });
});
