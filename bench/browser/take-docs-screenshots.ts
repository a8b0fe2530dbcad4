import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { html } from '#layouts/html.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { displayPath } from '#site/read/source-file.ts';
import { projectRoot } from '#site/settings.ts';
import { fixtureNewsroom, runScript } from '../fixtures/run-script.ts';
import { serveFolder } from './serve-folder.ts';
import { takeDeskScreenshots } from './take-desk-screenshots.ts';
import { takeScreenshot } from './take-screenshot.ts';

const folder = join(projectRoot, 'docs', 'screenshots');

async function save(name: string, bytes: Buffer): Promise<void> {
  await sharp(bytes)
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(join(folder, `${name}.png`));
}

const pages = [
  {
    name: 'article',
    content: join(projectRoot, 'content'),
    address: '/bai-viet/lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh/',
    options: { width: 1200, height: 900 },
  },
  { name: 'demo', content: fixtureNewsroom, address: '/', options: { width: 1200, height: 900, dark: true } },
  {
    name: 'ban-nhap',
    content: fixtureNewsroom,
    address: '/bai-viet/ban-nhap-ke-hoach-tuan-le-nuoc-sach/',
    options: { width: 1000, height: 620 },
    preview: true,
  },
];

/** The output of the check for three mistakes, as in a terminal window. */
function checkOutput(): string {
  const content = mkdtempSync(join(tmpdir(), 'docs-'));
  try {
    writeContent(content, {
      'articles/2026/2026-11-23-hop-bao.md': validArticle.replace('2026-11-23', '23/11/2026'),
      'articles/2026/2026-11-23-tong-ket.md': validArticle
        .replace('Hội nghị tổng kết năm', 'Hội nghị tổng kêt')
        .replace('Các hội', 'Giai đoạn 2026 -2030, các hội'),
    });
    const { stdout, stderr } = runScript('check', { CONTENT_DIR: content });
    const [errors, warnings, sum] = stderr.split('\n');
    const lines = stdout.trim().replaceAll(displayPath(content), 'content').split('\n');
    return ['$ npm run check', errors, ...lines.slice(0, 1), warnings, ...lines.slice(1), sum].join('\n');
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

async function terminalScreenshot(browser: Browser, text: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 330 } });
  await page.setContent(
    html`<style>body{margin:0;padding:1rem 1.2rem;background:#0e1520;color:#e9eef5;font:16px/1.6 monospace;white-space:pre-wrap}</style>${text}`
      .text,
  );
  const bytes = await page.screenshot({ fullPage: true });
  await page.close();
  return bytes;
}

/** Takes the screenshots of README and the editors' guide, in docs/screenshots/; returns the folder. */
export async function takeDocsScreenshots(browser: Browser): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const { name, content, address, options, preview } of pages) {
    const site = join(projectRoot, '.cache', 'docs-pictures', name);
    const env = { CONTENT_DIR: content, OUTPUT_DIR: site, SITE_URL: 'https://example.org' };
    const { status, stdout, stderr } = runScript('build', { ...env, PREVIEW: preview ? '1' : '' });
    if (status !== 0) throw new Error(stdout + stderr);
    const { origin, close } = await serveFolder(site);
    await save(name, await takeScreenshot(browser, origin + address, options));
    await close();
  }
  await takeDeskScreenshots(browser, save);
  await save('soat-loi', await terminalScreenshot(browser, checkOutput()));
  return folder;
}
