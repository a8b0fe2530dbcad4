import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { paper } from '#site/assets/web-app.ts';
import { root } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { builtSite } from './built-site.ts';
import { readSite } from './read-built.ts';

const union = readSite(inject('unionDir'));

/** An icon as the manifest names it. */
interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
}

const manifestOf = (site: ReadonlyMap<string, Buffer>) => JSON.parse(String(site.get('site.webmanifest')));

test('on a home screen the site bears the names of site.yaml and opens at its home page, in Vietnamese', () => {
  expect(manifestOf(union)).toMatchObject({
    id: '/',
    name: 'Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình',
    short_name: 'Liên hiệp hội',
    lang: 'vi',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
  });
});

test('each icon is there in the size the manifest says; one may be cut to any shape, for it fills its square', async () => {
  const { icons }: { icons: Icon[] } = manifestOf(union);
  const drawn = icons.filter(({ type }) => type === 'image/png');
  expect(drawn.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes, purpose } of drawn) {
    const icon = sharp(union.get(src.slice(1)));
    const { width, height, format } = await icon.metadata();
    expect(`${format} ${width}x${height}`).toBe(`png ${sizes}`);
    const { isOpaque } = await icon.stats();
    expect(isOpaque, src).toBe(purpose === 'maskable');
  }
  const touch = sharp(union.get('bieu-tuong-180.png'));
  expect(await touch.metadata()).toMatchObject({ width: 180, height: 180 });
  expect((await touch.stats()).isOpaque).toBe(true);
  expect(union.has(icons.at(-1)?.src.slice(1) ?? '')).toBe(true);
});

test('every page leads to the manifest and the icon of iOS, and says its paper in light and dark', () => {
  for (const [path, bytes] of union) {
    if (!path.endsWith('.html')) continue;
    const html = bytes.toString();
    expect(html, path).toContain('<link rel="manifest" href="/site.webmanifest">');
    expect(html, path).toContain('<link rel="apple-touch-icon" href="/bieu-tuong-180.png">');
    for (const [scheme, color] of Object.entries(paper))
      expect(html, path).toContain(
        `<meta name="theme-color" content="${color}" media="(prefers-color-scheme: ${scheme})">`,
      );
  }
});

test('the colours around a page are its paper', () => {
  const tokens = readFileSync(join(root, 'assets', 'css', 'tokens.css'), 'utf8');
  expect([...tokens.matchAll(/--paper: (#\w+);/g)].map(([, color]) => color)).toEqual([paper.light, paper.dark]);
});

test('below a path the manifest and all it names lie below it too', () => {
  const site = builtSite(contentFolder({}), { SITE_URL: 'https://example.org/hoi' });
  const { id, start_url, scope, icons } = manifestOf(site);
  for (const address of [id, start_url, scope]) expect(address).toBe('/hoi/');
  for (const { src } of icons) expect(site.has(src.replace('/hoi/', '')), src).toBe(true);
  expect(String(site.get('index.html'))).toContain('<link rel="manifest" href="/hoi/site.webmanifest">');
});
