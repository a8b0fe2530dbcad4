import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { root } from '#site/settings.ts';
import { serveFolder } from '#tests/browser/serve-folder.ts';
import { fixtureNewsroom, run } from '#tests/run-build.ts';
import { takePicture } from './take-picture.ts';

const pictures = [
  {
    name: 'article',
    content: join(root, 'content'),
    address: '/bai-viet/lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh/',
    dark: false,
  },
  { name: 'demo', content: fixtureNewsroom, address: '/', dark: true },
];

/** Builds both sites and makes the pictures README shows, in docs/screenshots/. */
export async function readmePictures(browser: Browser): Promise<string> {
  const folder = join(root, 'docs', 'screenshots');
  mkdirSync(folder, { recursive: true });
  for (const { name, content, address, dark } of pictures) {
    const site = join(root, '.cache', 'readme', name);
    const { status, stderr } = run('build', {
      CONTENT_DIR: content,
      OUTPUT_DIR: site,
      SITE_URL: 'https://example.org',
    });
    if (status !== 0) throw new Error(stderr);
    const { origin, server } = await serveFolder(site);
    const bytes = await takePicture(browser, origin + address, { width: 1200, height: 900, dark });
    server.close();
    await sharp(bytes)
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(join(folder, `${name}.png`));
  }
  return folder;
}
