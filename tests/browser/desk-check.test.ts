import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import type * as CheckFile from '#desk/check/check-file.ts';
import type { ContentFile, ListFiles } from '#desk/check/content-files.ts';
import type * as FixFile from '#desk/fix/fix-file.ts';
import type * as RenderPage from '#desk/preview/render-page.ts';
import type { SiteFrame } from '#layouts/frame-props.ts';
import { openServer } from '#server/open-server.ts';
import { checkContent } from '#site/check/check-content.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { examplesInFolders } from '#tests/examples-in-folders.ts';
import { filesForDesk } from '#tests/files-for-desk.ts';
import { bundleForBrowsers, importForBrowsers } from '#tests/import-for-browsers.ts';
import { connectBrowser } from './connect-browser.ts';
import { openPage } from './open-page.ts';

const modules = ['desk/check/check-file.ts', 'desk/fix/fix-file.ts', 'desk/preview/render-page.ts'];
const [bundle, checkOnly] = [await bundleForBrowsers(modules), await bundleForBrowsers(modules.slice(0, 1))];

/** The policy of the desk, as far as these modules are under it. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

const sharedBrowser = await connectBrowser();
const { origin, close } = await openServer(
  ({ url }, response) => {
    const [type, body] =
      url === '/ban.js' ? ['text/javascript', bundle] : ['text/html', '<!doctype html><title>Bàn</title>'];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy }).end(body);
  },
  { host: '127.0.0.1', port: 0 },
);
const bundleFolder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
afterAll(async () => {
  await sharedBrowser?.close();
  await close();
  rmSync(bundleFolder, { recursive: true, force: true });
});

type DeskModules = typeof CheckFile & typeof FixFile & typeof RenderPage;

/** What the modules give for some files. */
function results({ checkFile, fixFile, renderPage }: DeskModules, { files, lists, frame }: DeskInput) {
  const now = new Date('2026-11-29T08:00:00Z');
  const settings = { origin: 'https://example.org', base: '', hasPublicUrl: true, now };
  return files.map((file) => ({
    findings: checkFile(file, lists),
    fixed: fixFile(file, lists),
    page: renderPage(file, lists, { frame, settings, picture: () => undefined }),
  }));
}

interface DeskInput {
  readonly files: readonly ContentFile[];
  readonly lists: ListFiles;
  readonly frame: SiteFrame;
}

/** A right article, and one with what editors paste: HTML of Word, spaces, a picture that is missing. */
const fields = 'title: Họp tổng kết\ndate: 2026-11-20\nauthor: BTT\ncategory: Tin tức - sự kiện';
const bodies = [
  'Liên hiệp hội họp.\n\n## Kết quả\n\nCác hội đã báo cáo, m<sup>2</sup>.\n',
  'Liên hiệp hội họp .\n\n<div class="MsoNormal"><p style="color:red">Một <b>đoạn</b></p><ul><li>Mục <i>một</i></li></ul></div>\n\n<table border="1"><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>\n\n![](khong-co.jpg)\n',
];
const files = bodies.map((body, index) => ({
  ...{ path: `content/articles/2026/2026-11-20-hop-${index}.md`, files: {} },
  text: `---\n${index === 0 ? fields : fields.replace('title', 'Tiêu đề')}\n---\n\n${body}`,
}));

test('the check has less than 250 kB when compressed, with repairs and preview less than 290 kB', () => {
  expect(gzipSync(checkOnly).length).toBeLessThan(250_000);
  expect(gzipSync(bundle).length).toBeLessThan(290_000);
});

describe.runIf(sharedBrowser)('in a browser', () => {
  test('check, repairs and preview are those of Node, and the policy of the desk allows them', async () => {
    const small = join(projectRoot, 'tests', 'fixtures', 'small');
    const settings = readSettings({ CONTENT_DIR: small, BUILD_TIME: fixedTime }, new Date(0));
    const { site } = await checkContent(settings);
    if (!site) throw new Error('The fixture is invalid.');
    const assets = { styles: [{ css: '', lacks: '^$', csp: '' }], choicesScript: '', logo: undefined };
    const frame = siteFrame(site.context.content, site.hiddenAddresses, settings, assets);
    // Where there is HTML, a browser reads it with a parser of its own.
    const withHtml = filesForDesk(contentFolder(examplesInFolders().together)).items.filter(({ text }) =>
      text.includes('<'),
    );
    const input: DeskInput = { files: [...files, ...withHtml], lists: filesForDesk(small).lists, frame };

    const { page, reports } = await openPage(sharedBrowser, origin);
    const call = `(${results.toString()})(await import('/ban.js'), ${JSON.stringify(input)})`;
    await page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective)),
    );
    const inBrowser: unknown = await page.evaluate(`(async () => ${call})()`);
    await page.context().close();

    const inNode = results(await importForBrowsers<DeskModules>(bundleFolder, modules), input);
    expect(inBrowser).toEqual(JSON.parse(JSON.stringify(inNode)));
    expect(reports).toEqual([]);
    const [right, wrong] = inNode;
    expect(right?.findings).toEqual([]);
    expect(wrong?.findings.map(({ rule }) => rule)).toEqual([
      ...['muc-la', 'cach-chu', 'the-thua', 'the-thua', 'mo-ta-anh', 'anh'],
    ]);
    expect(wrong?.fixed.text).toContain('Một **đoạn**\n\n-   Mục *một*\n');
    expect(wrong?.page).toContain('<td>1</td>');
  });
});
