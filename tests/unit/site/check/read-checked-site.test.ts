import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { type CheckedSite, readCheckedSite } from '#site/check/read-checked-site.ts';
import { pathHash } from '#site/deployment/deployed-content.ts';
import type { DeployedSite } from '#site/deployment/deployed-site.ts';
import { ContentError } from '#site/finding.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { commitAll } from '#tests/git-repository.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const picture = readFileSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'));
const withTitle = (title: string, text = validArticle) => text.replace('Hội nghị tổng kết năm', title);
const unknownAuthor = validArticle.replace('BTT', 'XYZ');
/** As many addresses as a test needs: what is not in the content is of other sites. */
const sitemapOf = (...addresses: string[]) =>
  addresses.map((address) => `<url><loc>https://example.org${address}</loc></url>\n`).join('');

/** A content folder that was deployed as it was committed first, and what an editor did to it since. */
class Newsroom {
  readonly content: string;
  readonly cacheDir = temporaryFolder();
  deployed: DeployedSite;

  constructor(files: ContentFiles, addresses: readonly string[]) {
    this.content = contentFolder(files);
    const sitemaps = [{ path: 'sitemap.xml', sitemap: sitemapOf(...addresses) }];
    // Articles of `validArticle` were published eight hours before.
    this.deployed = { commit: commitAll(this.content), builtAt: '2026-11-23T00:00:00Z', sitemaps, letGo: [] };
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.content, path)), { recursive: true });
      writeFileSync(join(this.content, path), text);
    }
  }

  remove(path: string): void {
    rmSync(join(this.content, path));
  }

  read(now = fixedTime): Promise<CheckedSite> {
    const env = { CONTENT_DIR: this.content, MEMORY_DIR: this.cacheDir, BUILD_TIME: now };
    return readCheckedSite(readSettings(env, new Date(0)), BuildCache.inMemory(), this.deployed);
  }
}

function summary({ context, filesInError, errors, warnings }: CheckedSite) {
  return {
    shown: context.content.articles.map(({ slug, title }) => `${slug}: ${title}`).sort(),
    inError: filesInError.map(({ path, restored }) => `${path} ${restored ? 'kept' : 'left out'}`).sort(),
    errors: errors.map(({ rule }) => rule),
    warnings: warnings.map(({ rule }) => rule),
  };
}

const both = { 'articles/mot.md': withTitle('Bài một'), 'articles/hai.md': withTitle('Tin thứ hai của hội') };
const bothAddresses = ['/bai-viet/mot/', '/bai-viet/hai/'];

describe('one broken file stops nobody else', () => {
  let newsroom: Newsroom;
  beforeEach(() => {
    newsroom = new Newsroom(both, bothAddresses);
  });

  test('a new article with an error is left out, a correction beside it is shown, a link to it becomes text', async () => {
    newsroom.write({
      'articles/moi.md': unknownAuthor,
      'articles/hai.md': `${withTitle('Tin đã sửa')}\nXem [bài mới](/bai-viet/moi/#muc-mot) và [thẻ](/the/chua-co/).\n`,
    });
    const site = await newsroom.read();
    expect(summary(site)).toMatchObject({
      shown: ['hai: Tin đã sửa', 'mot: Bài một'],
      inError: ['articles/moi.md left out'],
      warnings: expect.arrayContaining(['lien-ket-an']),
    });
    expect(site.errors).toContainEqual(expect.objectContaining({ rule: 'ten-la', level: 'error' }));
    expect([...site.hiddenAddresses]).toEqual(expect.arrayContaining(['/bai-viet/moi/']));
  });

  test.each([
    ['its front matter', withTitle('Bài một').replace('title:', 'titel:')],
    ['a git conflict', `${withTitle('Bài một')}\n<<<<<<< HEAD\nMột.\n=======\nHai.\n>>>>>>> nhanh\n`],
    ['bytes that are no text', new Uint8Array([0x2d, 0xff, 0xfe])],
    ['no bytes', ''],
  ])('a public article keeps its deployed form: %s', async (_, bytes) => {
    newsroom.write({ 'articles/mot.md': bytes, 'articles/ba.md': withTitle('Chuyện thứ ba') });
    expect(summary(await newsroom.read())).toMatchObject({
      shown: ['ba: Chuyện thứ ba', 'hai: Tin thứ hai của hội', 'mot: Bài một'],
      inError: ['articles/mot.md kept'],
    });
  });

  test('a public article that became a draft stays public, and the editor is told how to withdraw it', async () => {
    newsroom.write({ 'articles/mot.md': withTitle('Bài một').replace('author:', 'draft: true\nauthor:') });
    const site = await newsroom.read();
    expect(summary(site)).toMatchObject({ inError: ['articles/mot.md kept'], errors: ['dia-chi-mat'] });
    expect(site.errors[0]?.remedy).toContain('npm run withdraw -- /bai-viet/mot/');
    expect(summary(site).shown).toContain('mot: Bài một');
  });

  test('a moved file is the same article', async () => {
    mkdirSync(join(newsroom.content, 'articles/2026'));
    renameSync(join(newsroom.content, 'articles/mot.md'), join(newsroom.content, 'articles/2026/2026-11-23-mot.md'));
    newsroom.write({ 'articles/2026/2026-11-23-mot.md': unknownAuthor });
    expect(summary(await newsroom.read())).toMatchObject({
      shown: ['hai: Tin thứ hai của hội', 'mot: Bài một'],
      inError: ['articles/2026/2026-11-23-mot.md kept'],
    });
  });

  test('two articles with one address: the new one is left out, whatever its date', async () => {
    newsroom.write({
      'articles/2020/2020-01-01-mot.md': withTitle('Bài khác hẳn').replace('2026-11-23', '2020-01-01'),
    });
    expect(summary(await newsroom.read())).toMatchObject({
      shown: ['hai: Tin thứ hai của hội', 'mot: Bài một'],
      inError: ['articles/2020/2020-01-01-mot.md left out'],
    });
    // After that deployment git has the file, but readers never saw it.
    const leftOut = [pathHash('articles/2020/2020-01-01-mot.md')];
    newsroom.deployed = { ...newsroom.deployed, commit: commitAll(newsroom.content), leftOut };
    expect(summary(await newsroom.read()).inError).toEqual(['articles/2020/2020-01-01-mot.md left out']);
  });

  test('a linked folder and a damaged file of another kind stop nobody either', async () => {
    symlinkSync(temporaryFolder(), join(newsroom.content, 'articles/ngoai'));
    newsroom.write({ 'events/hop.md': '---\ntitle: Họp\n---\n' });
    expect(summary(await newsroom.read()).inError).toEqual(['articles/ngoai left out', 'events/hop.md left out']);
  });

  test('an error in a list stops everything', async () => {
    newsroom.write({ 'authors.yaml': '- ten: BTT\n', 'articles/mot.md': unknownAuthor });
    await expect(newsroom.read()).rejects.toThrow(ContentError);
  });

  test('what stops everything is named among all errors', async () => {
    newsroom.write({
      'site.yaml': readFileSync(join(newsroom.content, 'site.yaml'), 'utf8').replace('/hoi-dap/', '/khong-co/'),
    });
    newsroom.write({ 'articles/moi.md': unknownAuthor });
    await expect(newsroom.read()).rejects.toMatchObject({
      findings: [{ rule: 'ten-la' }, { rule: 'lien-ket' }],
      remaining: [{ rule: 'lien-ket' }],
    });
  });

  test('without the deployed commit in git, an error stops everything', async () => {
    newsroom.write({ 'articles/moi.md': unknownAuthor });
    newsroom.deployed = { ...newsroom.deployed, commit: 'a'.repeat(40) };
    await expect(newsroom.read()).rejects.toThrow(ContentError);
  });

  test('what is older than a day and gone stops everything; what is younger, or let go, does not', async () => {
    newsroom.remove('articles/mot.md');
    newsroom.write({ 'articles/hai.md': `${withTitle('Tin thứ hai của hội')}\nXem [bài một](/bai-viet/mot/).\n` });
    await expect(newsroom.read()).rejects.toThrow('người quản trị bỏ hẳn: --let-go');
    const { deployed } = newsroom;
    newsroom.deployed = { ...deployed, letGo: ['/bai-viet/mot/'] };
    expect(summary(await newsroom.read())).toMatchObject({ errors: [], warnings: ['lien-ket-an', 'dia-chi-bo'] });
    newsroom.deployed = { ...deployed, firstDeployed: { '/bai-viet/mot/': '2026-11-22T01:00:00.001Z' } };
    const young = await newsroom.read();
    expect(summary(young)).toMatchObject({ inError: [], errors: [], warnings: ['lien-ket-an', 'dia-chi-bo'] });
    expect(young.hiddenAddresses.has('/bai-viet/mot/')).toBe(true);
    newsroom.deployed = { ...deployed, firstDeployed: { '/bai-viet/mot/': '2026-11-22T01:00:00.000Z' } };
    await expect(newsroom.read()).rejects.toThrow('npm run withdraw -- /bai-viet/mot/');
  });
});

test('a deployed form has the pictures and files of its time, under whatever name it calls them', async () => {
  const text = `${withTitle('Bài có ảnh')}\n![Đại biểu biểu quyết](Anh%20Hop.JPG)\n\nXem [kế hoạch](ke-hoach.txt).\n`;
  const files = { 'articles/anh.md': text, 'articles/anh hop.jpg': picture, 'articles/anh/ke-hoach.txt': 'Một.' };
  const newsroom = new Newsroom({ ...both, ...files }, ['/bai-viet/anh/']);
  newsroom.remove('articles/anh hop.jpg');
  newsroom.remove('articles/anh/ke-hoach.txt');
  const site = await newsroom.read();
  expect(summary(site)).toMatchObject({ inError: ['articles/anh.md kept'] });
  const { body } = site.context.content.articles.find(({ slug }) => slug === 'anh') ?? {};
  expect([...(body?.pictures.values() ?? [])].map((file) => readFileSync(file).equals(picture))).toEqual([true]);
  expect([...(body?.attachments.values() ?? [])].map((file) => readFileSync(file, 'utf8'))).toEqual(['Một.']);
});

test('a damaged picture leaves out the article that is new, and keeps the one that is public', async () => {
  const withPicture = (title: string) => `${withTitle(title)}\n![Đại biểu biểu quyết](anh.jpg)\n`;
  const newsroom = new Newsroom({ 'articles/anh.jpg': picture, 'articles/mot.md': withPicture('Bài một') }, [
    '/bai-viet/mot/',
  ]);
  newsroom.write({ 'articles/anh.jpg': picture.subarray(0, 200), 'articles/moi.md': withPicture('Chuyện khác') });
  expect(summary(await newsroom.read())).toMatchObject({
    shown: ['mot: Bài một'],
    inError: ['articles/moi.md left out', 'articles/mot.md kept'],
  });
});

test.each([
  ['a draft', 'draft: true\nauthor:'],
  ['scheduled', 'date: 2026-11-23 07:30\nauthor:'],
])('an article that was %s when the site was deployed was never public, and is left out', async (_, line) => {
  const text = withTitle('Bài một').replace('author:', line);
  const files = { 'articles/mot.md': line.startsWith('date') ? text.replace('date: 2026-11-23\n', '') : text };
  const newsroom = new Newsroom({ ...files, 'articles/hai.md': withTitle('Tin thứ hai của hội') }, []);
  newsroom.write({ 'articles/mot.md': unknownAuthor });
  expect(summary(await newsroom.read())).toMatchObject({
    shown: ['hai: Tin thứ hai của hội'],
    inError: ['articles/mot.md left out'],
  });
});

test('an article that has expired keeps its deployed form: archives of feeds still know it', async () => {
  const expired = withTitle('Bài một').replace('author:', 'expires: 2026-11-23 06:00\nauthor:');
  const newsroom = new Newsroom({ 'articles/mot.md': expired }, []);
  newsroom.write({ 'articles/mot.md': unknownAuthor });
  expect(summary(await newsroom.read())).toMatchObject({ shown: [], inError: ['articles/mot.md kept'] });
});

test('a document may be replaced by one that is left out', async () => {
  const document = (number: string, line = '') =>
    `---\ntitle: Kế hoạch công tác\nnumber: ${number}\ntype: Kế hoạch\nissued: 2026-11-20\nissuer: Liên hiệp hội\n${line}---\n`;
  const newsroom = new Newsroom(
    {
      'documents/cu.md': document('1/KH', 'replacedBy: 2/KH\n'),
      'documents/moi.md': document('2/KH', 'draft: true\n'),
    },
    [],
  );
  newsroom.write({ 'documents/moi.md': 'hỏng' });
  expect(summary(await newsroom.read())).toMatchObject({ inError: ['documents/moi.md left out'] });
});

test('a withdrawn article that breaks stays withdrawn', async () => {
  const lines = 'withdrawn: 2026-11-23\nwithdrawnReason: Vì nhầm\nauthor:';
  const newsroom = new Newsroom({ 'articles/mot.md': withTitle('Bài một').replace('author:', lines) }, []);
  newsroom.write({ 'articles/mot.md': unknownAuthor });
  const { context } = await newsroom.read();
  expect(context.content.withdrawn.map(({ slug }) => slug)).toEqual(['mot']);
});

test('an article that is in error for a second time keeps the form before the first', async () => {
  const newsroom = new Newsroom(both, bothAddresses);
  const good = newsroom.deployed.commit ?? '';
  newsroom.write({ 'articles/mot.md': unknownAuthor });
  newsroom.deployed = {
    ...newsroom.deployed,
    ...{ commit: commitAll(newsroom.content), olderForms: { 'articles/mot.md': good } },
  };
  const { filesInError } = await newsroom.read();
  expect(filesInError).toMatchObject([{ path: 'articles/mot.md', restored: { commit: good } }]);
});
