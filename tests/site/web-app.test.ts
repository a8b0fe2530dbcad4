import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { siteColors } from '#news/site-colors.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { readSite } from './read-site.ts';

const union = readSite(inject('unionDir'));

/** An icon in the web app manifest. */
interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
}

const manifestOf = (site: ReadonlyMap<string, Buffer>) => JSON.parse(String(site.get('site.webmanifest')));

test('the manifest has the names of site.yaml, the home page as start_url and Vietnamese as language', () => {
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

test('each icon has the size of the manifest; the maskable one is opaque', async () => {
  const { icons }: { icons: Icon[] } = manifestOf(union);
  const pngIcons = icons.filter(({ type }) => type === 'image/png');
  expect(pngIcons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes, purpose } of pngIcons) {
    const icon = sharp(union.get(src.slice(1)));
    const { width, height, format } = await icon.metadata();
    expect(`${format} ${width}x${height}`).toBe(`png ${sizes}`);
    const { isOpaque } = await icon.stats();
    expect(isOpaque, src).toBe(purpose === 'maskable');
  }
  const touchIcon = sharp(union.get('bieu-tuong-180.png'));
  expect(await touchIcon.metadata()).toMatchObject({ width: 180, height: 180 });
  expect((await touchIcon.stats()).isOpaque).toBe(true);
  expect(union.has(icons.at(-1)?.src.slice(1) ?? '')).toBe(true);
});

test('/favicon.ico, which feed readers request, is an ICO file of one PNG, and every page names it for older Safari', async () => {
  const file = union.get('favicon.ico') ?? Buffer.alloc(0);
  const [reserved, type, count] = [0, 2, 4].map((offset) => file.readUInt16LE(offset));
  expect([reserved, type, count]).toEqual([0, 1, 1]);
  const [length, start] = [file.readUInt32LE(14), file.readUInt32LE(18)];
  expect(start + length).toBe(file.length);
  expect(await sharp(file.subarray(start)).metadata()).toMatchObject({
    format: 'png',
    width: 48,
    height: 48,
    channels: 4,
  });
  expect([file[6], file[7]]).toEqual([48, 48]);
  for (const [path, bytes] of union) {
    if (!path.endsWith('.html')) continue;
    const icons = elements(bytes.toString(), 'link').filter(({ rel }) => rel === 'icon');
    expect(icons, path).toEqual([
      { rel: 'icon', href: '/favicon.ico', sizes: '48x48', text: '' },
      { rel: 'icon', href: '/bieu-tuong.svg', type: 'image/svg+xml', text: '' },
    ]);
  }
});

test('every page links to the manifest and the iOS icon, and has theme colours for light and dark', () => {
  for (const [path, bytes] of union) {
    if (!path.endsWith('.html')) continue;
    const html = bytes.toString();
    const [links, metas] = [elements(html, 'link'), elements(html, 'meta')];
    expect(links, path).toContainEqual({ rel: 'manifest', href: '/site.webmanifest', text: '' });
    expect(links, path).toContainEqual({ rel: 'apple-touch-icon', href: '/bieu-tuong-180.png', text: '' });
    for (const [scheme, { paper: content }] of Object.entries(siteColors())) {
      const media = `(prefers-color-scheme: ${scheme})`;
      expect(metas, path).toContainEqual({ name: 'theme-color', content, media, text: '' });
    }
  }
});

test('with a base path the manifest and all its addresses are below it', async () => {
  const site = await buildAndReadSite(contentFolder({}), { SITE_URL: 'https://example.org/hoi' });
  const { id, start_url, scope, icons } = manifestOf(site);
  for (const address of [id, start_url, scope]) expect(address).toBe('/hoi/');
  for (const { src } of icons) expect(site.has(src.replace('/hoi/', '')), src).toBe(true);
  const manifest = { rel: 'manifest', href: '/hoi/site.webmanifest', text: '' };
  expect(elements(String(site.get('index.html')), 'link')).toContainEqual(manifest);
});
