import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readDeployedSite } from '#site/deployment/deployed-site.ts';
import { fetchDeployedSite } from '#site/deployment/fetch-deployed-site.ts';
import { noteBuild, recordDeployment } from '#site/deployment/record-deployment.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { commitAll } from '#tests/git-repository.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const now = new Date('2026-11-23T01:00:00.000Z');
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const sitemap = (addresses: readonly string[]) =>
  addresses.map((address) => `<url><loc>https://example.org${address}</loc></url>\n`).join('');

function deployment() {
  const [content, folder] = [contentFolder({ 'articles/mot.md': validArticle }), temporaryFolder()];
  const settings = { contentDir: content, outputDir: join(folder, 'site'), base: '' };
  const record = join(folder, 'record');
  mkdirSync(settings.outputDir);
  const deploy = async (at: Date, ...addresses: readonly string[]) => {
    writeFileSync(join(settings.outputDir, 'sitemap.xml'), sitemap(addresses));
    await noteBuild(record, { now: at }, []);
    return recordDeployment(record, settings);
  };
  return { content, record, settings, deploy };
}

test('the record names the commit and the time, in the folder and for everyone', async () => {
  const { content, record, settings, deploy } = deployment();
  const commit = commitAll(content);
  const deployed = await deploy(now, '/bai-viet/mot/');
  expect(deployed).toMatchObject({ commit, builtAt: now.toISOString(), olderForms: {}, leftOut: [] });
  expect(readFileSync(join(settings.outputDir, 'deployed.json'), 'utf8')).toBe(
    readFileSync(join(record, 'deployed.json'), 'utf8'),
  );
  expect(await recordDeployment(record, settings), 'nothing was built since').toBeUndefined();
});

test('content that differs from its commit has none; a file that git does not know is no difference', async () => {
  const { content, deploy } = deployment();
  const commit = commitAll(content);
  writeFileSync(join(content, 'words.yaml'), '- từ-mới\n');
  expect((await deploy(now, '/'))?.commit).toBe(commit);
  writeFileSync(join(content, 'articles/mot.md'), `${validArticle}\nĐã sửa.\n`);
  expect((await deploy(now, '/'))?.commit).toBeUndefined();
});

test('an address is new for a day after it was deployed first; of the first record nothing is known', async () => {
  const { deploy } = deployment();
  expect((await deploy(now, '/bai-viet/mot/'))?.firstDeployed).toEqual({});
  const first = hoursLater(1).toISOString();
  expect((await deploy(hoursLater(1), '/bai-viet/mot/', '/bai-viet/hai/', '/the/hop/'))?.firstDeployed).toEqual({
    '/bai-viet/hai/': first,
  });
  expect((await deploy(hoursLater(24), '/bai-viet/mot/', '/bai-viet/hai/'))?.firstDeployed).toEqual({
    '/bai-viet/hai/': first,
  });
  expect((await deploy(hoursLater(25), '/bai-viet/mot/', '/bai-viet/hai/'))?.firstDeployed).toEqual({});
});

test('a file that was left out is not named', async () => {
  const { content, record, settings } = deployment();
  commitAll(content);
  writeFileSync(join(settings.outputDir, 'sitemap.xml'), sitemap(['/']));
  const commit = 'a'.repeat(40);
  await noteBuild(record, { now }, [
    { path: 'articles/ky-luat.md' },
    { path: 'articles/cu.md', restored: { file: 'cu.md', commit } },
  ]);
  const deployed = await recordDeployment(record, settings);
  expect(deployed?.olderForms).toEqual({ 'articles/cu.md': commit });
  expect(deployed?.leftOut).toHaveLength(1);
  expect(JSON.stringify(deployed)).not.toContain('ky-luat');
});

test.each([
  [
    'a site with a record',
    { 'sitemap.xml': sitemap(['/bai-viet/mot/']), 'deployed.json': `{"builtAt":"${now.toISOString()}"}` },
    1,
  ],
  ['a site of an earlier program', { 'sitemap.xml': sitemap(['/bai-viet/mot/']) }, 1],
  [
    'a site in parts',
    {
      'sitemap.xml': '<sitemapindex><loc>https://example.org/kho/sitemap-1.xml</loc>',
      'sitemap-1.xml': sitemap(['/']),
    },
    1,
  ],
  ['an address that has no site yet', {}, undefined],
])('the record is fetched from the public site: %s', async (_, files: Readonly<Record<string, string>>, count) => {
  const server = createServer(({ url = '' }, response) => {
    const text = files[url.replace('/kho/', '')];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const folder = join(temporaryFolder(), 'record');
  await fetchDeployedSite(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kho/`, folder);
  expect(readDeployedSite(folder)?.sitemaps.length).toBe(count);
});

test('a public site that cannot be asked stops the build: nobody knows what would be lost', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'sitemap.xml'), sitemap(['/']));
  await expect(fetchDeployedSite('http://127.0.0.1:9', folder)).rejects.toThrow('Không xem được trang đang đăng');
  expect(existsSync(join(folder, 'sitemap.xml')), 'the record of this machine is kept').toBe(true);
});
