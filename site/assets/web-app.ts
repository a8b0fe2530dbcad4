import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homeAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import { root, type Settings } from '#site/settings.ts';
import type { StaticFile } from './static-file.ts';

export const iconAddress = '/bieu-tuong.svg';
export const touchIconAddress = '/bieu-tuong-180.png';
export const manifestAddress = '/site.webmanifest';

/** The paper of tokens.css, for what a browser paints around a page. */
export const paper = { light: '#fffdf8', dark: '#0e1520' };

/** The ground of the icon, for those that fill their shape to the edge. */
const iconGround = '#0b3f7a';
/** A phone may cut a maskable icon down to a circle of four fifths. */
const shownOfMaskable = 0.84;

const iconFile = join(root, 'assets', 'icons', 'icon.svg');
const icons = [
  { address: '/bieu-tuong-192.png', size: 192, shape: 'any' },
  { address: '/bieu-tuong-512.png', size: 512, shape: 'any' },
  { address: '/bieu-tuong-512-tran.png', size: 512, shape: 'maskable' },
  { address: touchIconAddress, size: 180, shape: 'touch' },
] as const;

/** Where the icons and the manifest lie. */
export const webAppAddresses = [iconAddress, manifestAddress, ...icons.map(({ address }) => address)];

/** What makes the site one that can be put on a home screen: its icons in the sizes phones ask for, and its manifest. */
export async function webAppFiles(organisation: Organisation, settings: Settings): Promise<StaticFile[]> {
  const drawing = await readFile(iconFile);
  return [
    { address: iconAddress, source: 'assets/icons/icon.svg', from: iconFile },
    ...(await Promise.all(
      icons.map(async ({ address, size, shape }) => ({
        address,
        source: 'assets/icons/icon.svg',
        bytes: await drawn(drawing, size, shape),
      })),
    )),
    { address: manifestAddress, source: 'content/site.yaml', bytes: manifest(organisation, settings) },
  ];
}

async function drawn(drawing: Buffer, size: number, shape: (typeof icons)[number]['shape']): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const across = Math.round(size * (shape === 'maskable' ? shownOfMaskable : 1));
  const before = Math.floor((size - across) / 2);
  const after = size - across - before;
  const icon = sharp(drawing, { density: (72 * across) / 48 })
    .resize(across, across)
    .extend({ top: before, left: before, bottom: after, right: after, background: iconGround });
  return (shape === 'any' ? icon : icon.flatten({ background: iconGround })).png({ compressionLevel: 9 }).toBuffer();
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
    // The site has no way back of its own, and readers should see whose address they read.
    display: 'minimal-ui',
    theme_color: paper.light,
    background_color: paper.light,
    icons: [
      ...icons.flatMap(({ address, size, shape }) =>
        shape === 'touch' ? [] : [{ src: base + address, sizes: `${size}x${size}`, type: 'image/png', purpose: shape }],
      ),
      { src: base + iconAddress, sizes: 'any', type: 'image/svg+xml' },
    ],
  })}\n`;
}
