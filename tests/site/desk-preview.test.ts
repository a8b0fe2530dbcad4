import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { fixedTime, fixtureEveryState, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import type { ContentFile } from '#desk/check/content-files.ts';
import type * as RenderPage from '#desk/preview/render-page.ts';
import { contentKinds, itemAddress } from '#news/content-kind.ts';
import { inlineAssets } from '#site/assets/assets.ts';
import { checkContent } from '#site/check/check-content.ts';
import { pageFile } from '#site/pages/page.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { readSettings } from '#site/settings.ts';
import { filesForDesk } from '#tests/files-for-desk.ts';
import { importForBrowsers } from '#tests/import-for-browsers.ts';

const bundleFolder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }));
const { renderPage } = await importForBrowsers<typeof RenderPage>(bundleFolder, ['desk/preview/render-page.ts']);

/** The site of a fixture as the desk knows it. */
async function previewSite(contentDir: string): Promise<RenderPage.PreviewSite> {
  const environment = { CONTENT_DIR: contentDir, SITE_URL: 'https://example.org', BUILD_TIME: fixedTime };
  const settings = readSettings(environment, new Date(0));
  const { site } = await checkContent(settings);
  if (!site) throw new Error('The fixture is invalid.');
  const { content } = site.context;
  const assets = { ...(await inlineAssets(content.organisation, settings.base)), logo: undefined };
  const frame = siteFrame(content, site.hiddenAddresses, settings, assets);
  return { frame, settings, picture: (path) => ({ src: `/anh/${basename(path)}` }) };
}

/** A page without its pictures, which a build makes in several sizes, and without what other items add to it. */
function withoutOthers(page: string): string {
  return page
    .replace(/<picture>.*?<\/picture>/gs, (picture) => /alt="[^"]*"/.exec(picture)?.[0] ?? '')
    .replace(/(<video [^>]*?) poster="[^"]*" width="\d+" height="\d+"/g, '$1')
    .replace(/<img [^>]*?(alt="[^"]*") ?\/?>/g, '$1')
    .replace(/(<ul class="gallery">.*?<\/ul>)/gs, (gallery) => gallery.replace(/href="[^"]*"/g, ''))
    .replace(/^<meta (property="og:image|name="twitter:)[^>]*>\n/gm, '')
    .replace(/"(image|thumbnailUrl)":(\{[^{}]*\}|"[^"]*"),?/g, '')
    .replace(/^<link rel="alternate" hreflang=[^>]*>\n/gm, '')
    .replace(/<ul class="plain see-also">.*?<\/ul>\n/s, '')
    .replace(/<nav class="rows neighbours".*?<\/nav>\n/s, '')
    .replace(/<section class="block related">.*?<\/section>/s, '');
}

function builtFile(site: string, { path }: ContentFile): string {
  const kind = contentKinds.find((each) => path.startsWith(`content/${each}/`)) ?? 'pages';
  return join(site, pageFile(itemAddress(kind, fileSlug(path))));
}

/** Whether the page of a document names one that replaces it, or that it replaces. */
function namesAnother(page: string): boolean {
  return /<dt>Thay thế|Đã được thay bằng/.test(readFileSync(page, 'utf8'));
}

test.each([
  ['newsroom', fixtureNewsroom, inject('newsroomDir'), 70],
  ['every-state', fixtureEveryState, inject('everyStateDir'), 2],
])('each page of %s is shown to an editor as it is built', async (_, contentDir, built, atLeast) => {
  const { lists, items } = filesForDesk(contentDir);
  const published = items.filter((file) => existsSync(builtFile(built, file)) && !namesAnother(builtFile(built, file)));
  const site = await previewSite(contentDir);
  for (const file of published) {
    const page = renderPage(file, lists, site);
    expect(withoutOthers(page ?? ''), file.path).toBe(withoutOthers(readFileSync(builtFile(built, file), 'utf8')));
  }
  expect(published.length).toBeGreaterThanOrEqual(atLeast);
});
