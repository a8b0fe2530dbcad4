import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteColors } from '#news/site-colors.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { elements } from './elements.ts';
import { readSite } from './read-site.ts';

const [accent, signal] = ['#00563f', '#7a1f5c'];
const smallSite = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const articles = { 'articles/2026/2026-11-23-hoi-nghi.md': validArticle };

/** A red disc on a transparent square, or part of it. */
function disc(width: number, height = width): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="50%" cy="50%" r="40%" fill="red"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function pixel(png: Buffer | undefined, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4).toString('hex');
}

const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
let site: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  const content = join(folder, 'content');
  writeContent(content, {
    ...articles,
    'site.yaml': `${smallSite}colors:\n  accent: "${accent}"\n  signal: "${signal}"\nlogo: bieu-trung.png\nsharePictures:\n  since: 2026-01-01\n`,
    'site/bieu-trung.png': await disc(400),
  });
  await buildFolder(content, join(folder, 'site'), { SITE_URL: 'https://example.org' });
  site = readSite(join(folder, 'site'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the colours of site.yaml are everywhere, with their dark tones, and no other accent is left', () => {
  const own = siteColors();
  const { dark } = siteColors({ accent, signal });
  const others = [own.light.accent, own.light.signal, own.dark.accent, own.dark.signal];
  for (const [path, bytes] of site) {
    const text = /\.(html|css|js|svg|webmanifest|xml|xsl)$/.test(path) ? bytes.toString().toLowerCase() : '';
    for (const color of others) expect(text.includes(color), `${color} in ${path}`).toBe(false);
    if (!path.endsWith('.html') || !text.includes('<style>')) continue;
    for (const color of [accent, signal, dark.accent, dark.signal])
      expect(text.includes(color), `${color} in ${path}`).toBe(true);
  }
  expect(site.get('luu-bai.js')?.toString()).toContain(accent);
});

test('the masthead shows the logo, which has no description of its own, beside the name', () => {
  const html = site.get('index.html')?.toString() ?? '';
  const logo = elements(html, 'img').find((image) => image['class'] === 'mark');
  expect(logo).toMatchObject({ width: '168', height: '168', alt: '' });
  expect(site.has(logo?.['src']?.slice(1) ?? '')).toBe(true);
  expect(html).not.toContain('<svg class="mark"');
});

test('on dark paper the logo stands on the light ground that it was drawn for', async () => {
  const [path = ''] = [...site.keys()].filter((name) => name.includes('bieu-trung-'));
  expect(await pixel(site.get(path), 2, 2)).toBe(`${siteColors().light.paper.slice(1)}ff`);
  expect(await pixel(site.get(path), 84, 84)).toBe('ff0000ff');
});

test('without an icon of its own the site has one made of the logo, in every size', async () => {
  const manifest = JSON.parse(String(site.get('site.webmanifest')));
  expect(manifest.icons.map(({ type }: { type: string }) => type)).toEqual(['image/png', 'image/png', 'image/png']);
  expect(site.has('bieu-tuong.svg')).toBe(false);
  expect(site.get('index.html')?.toString()).toContain('<link rel="icon" href="/bieu-tuong-192.png" type="image/png">');
  expect(await pixel(site.get('bieu-tuong-192.png'), 1, 1)).toBe('00000000');
  expect(await pixel(site.get('bieu-tuong-180.png'), 90, 90)).toBe('ff0000ff');
  // The circle that every device shows of a maskable icon has a radius of 40 % of it.
  const maskable = site.get('bieu-tuong-512-tran.png');
  const paper = `${siteColors().light.paper.slice(1)}ff`;
  for (const [x, y] of [
    [256, 256 - 205],
    [256 + 205, 256],
    [1, 1],
  ] as const)
    expect(await pixel(maskable, x, y)).toBe(paper);
});

test.each([
  ['colors:\n  accent: xanh lam\n', {}, 'màu chính (accent) “xanh lam” không phải là một màu'],
  ['colors:\n  accent: #0b3f7a\n', {}, 'phần “#0b3f7a” sau dấu # sẽ bị bỏ mất'],
  ['logo: hinh.svg\n', {}, '“hinh.svg” không phải là ảnh dùng được'],
  ['logo: mat.png\n', {}, 'không thấy ảnh “mat.png” cạnh site.yaml'],
  ['logo: dai.png\n', { 'dai.png': [600, 200] }, 'hình của tổ chức dài quá (600 × 200 điểm ảnh)'],
  ['icon: nho.png\n', { 'nho.png': [96, 96] }, 'hình của tổ chức nhỏ quá (96 × 96 điểm ảnh)'],
] as const)('%j is refused: the site keeps nothing by guess', async (lines, pictures, wrong) => {
  const files: Record<string, Buffer> = {};
  for (const [name, [width, height]] of Object.entries<readonly [number, number]>(pictures))
    files[name] = await disc(width, height);
  const findings = await checkFolder(contentFolder({ ...articles, ...files, 'site.yaml': smallSite + lines }));
  expect(findings.map((finding) => finding.wrong)).toEqual([expect.stringContaining(wrong)]);
  expect(findings[0]?.level).toBe('error');
});
