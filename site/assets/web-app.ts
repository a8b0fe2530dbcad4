import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homeAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import { projectRoot, type Settings } from '#site/settings.ts';
import type { StaticFile } from './static-file.ts';

export const iconAddress = '/bieu-tuong.svg';
export const touchIconAddress = '/bieu-tuong-180.png';
export const webAppManifestAddress = '/site.webmanifest';

/** `--paper` of tokens.css in both colour schemes, for the browser's own interface (`theme-color`). */
export const themeColors = { light: '#fffdf8', dark: '#0e1520' };

/** The background of icons that fill their shape to the edge. */
const iconBackground = '#0b3f7a';
/** The scale of a maskable icon, whose safe zone is a circle of 80 % of its width. */
const maskableScale = 0.84;

const iconFile = join(projectRoot, 'assets', 'icons', 'icon.svg');
const icons = [
  { address: '/bieu-tuong-192.png', size: 192, shape: 'any' },
  { address: '/bieu-tuong-512.png', size: 512, shape: 'any' },
  { address: '/bieu-tuong-512-tran.png', size: 512, shape: 'maskable' },
  { address: touchIconAddress, size: 180, shape: 'touch' },
] as const;

/** The addresses of the icons and the manifest. */
export const webAppAddresses = [iconAddress, webAppManifestAddress, ...icons.map(({ address }) => address)];

/** The files of an installable web app: icons in the sizes that phones request, and the manifest. */
export async function webAppFiles(organisation: Organisation, settings: Settings): Promise<StaticFile[]> {
  const svg = await readFile(iconFile);
  return [
    { address: iconAddress, source: 'assets/icons/icon.svg', from: iconFile },
    ...(await Promise.all(
      icons.map(async ({ address, size, shape }) => ({
        address,
        source: 'assets/icons/icon.svg',
        bytes: await renderIcon(svg, size, shape),
      })),
    )),
    { address: webAppManifestAddress, source: 'content/site.yaml', bytes: manifest(organisation, settings) },
  ];
}

async function renderIcon(svg: Buffer, size: number, shape: (typeof icons)[number]['shape']): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const width = Math.round(size * (shape === 'maskable' ? maskableScale : 1));
  const before = Math.floor((size - width) / 2);
  const after = size - width - before;
  const icon = sharp(svg, { density: (72 * width) / 48 })
    .resize(width, width)
    .extend({ top: before, left: before, bottom: after, right: after, background: iconBackground });
  return (shape === 'any' ? icon : icon.flatten({ background: iconBackground }))
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function manifest({ name, shortName, description }: Organisation, { base }: Settings): string {
  const home = base + homeAddress;
  return `${JSON.stringify({
    id: home,
    name,
    short_name: shortName,
    description,
    lang: 'vi',
    dir: 'ltr',
    start_url: home,
    scope: home,
    // The site has no back button of its own, and readers should see its address.
    display: 'minimal-ui',
    theme_color: themeColors.light,
    background_color: themeColors.light,
    icons: [
      ...icons.flatMap(({ address, size, shape }) =>
        shape === 'touch' ? [] : [{ src: base + address, sizes: `${size}x${size}`, type: 'image/png', purpose: shape }],
      ),
      { src: base + iconAddress, sizes: 'any', type: 'image/svg+xml' },
    ],
  })}\n`;
}
