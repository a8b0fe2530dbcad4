import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeForeignContent } from '#bench/foreign/write-foreign-content.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const lead = 'Sáng nay, hội nghị tổng kết công tác năm được tổ chức tại hội trường của tỉnh.';

async function writeFrom(files: Readonly<Record<string, string>>, strict = false) {
  const content = temporaryFolder();
  return { content, articles: await writeForeignContent(contentFolder(files), content, strict) };
}

test('an article keeps its title, its day and its body, and passes the check', async () => {
  const { content, articles } = await writeFrom({ 'a/b.md': `---\ntitle: Hội nghị\ndate: 2021-05-04\n---\n${lead}\n` });
  const [article] = articles;
  expect(article).toMatchObject({ source: 'a/b.md', file: 'articles/2021/2021-05-04-hoi-nghi-1.md', bodyLine: 5 });
  expect(readFileSync(join(content, article?.file ?? ''), 'utf8')).toContain(`\n---\n${lead}\n`);
  expect(await checkFolder(content)).toEqual([]);
});

test('pictures and downloads are beside the article, pages lead to its own articles or home', async () => {
  const body = `${lead}\n\n![a](/anh/a.jpg?x=1) [b](../b.pdf) [c](c.md#d) [e](/trang) ![f](f.png)`;
  const { content, articles } = await writeFrom({ 'x/a.md': body, 'x/c.md': `# C\n\n${lead} Hết.` });
  const [article, other] = articles;
  const name = other?.file.replace('articles/2020/', '');
  expect(article?.body.split('\n').at(-1)).toBe(`![a](a.jpg) [b](b.pdf) [c](${name}) [e](/) ![f](f.png)`);
  const folder = join(content, article?.file.replace('.md', '') ?? '');
  expect(['a.jpg', 'b.pdf', 'f.png'].filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});

test('--strict leaves every address as it is', async () => {
  const body = `${lead} ![a](/anh/a.jpg)`;
  expect((await writeFrom({ 'x/a.md': body }, true)).articles[0]?.body).toBe(body);
});
