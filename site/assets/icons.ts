import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation } from '#news/organisation.ts';
import type { SiteColors } from '#news/site-colors.ts';
import { coloredSvg } from '#site/colored-svg.ts';
import { projectRoot } from '#site/settings.ts';
import { icoFile } from './ico-file.ts';
import type { StaticFile } from './static-file.ts';

/** An icon in a size that browsers or home screens request. */
interface PngIcon {
  readonly address: string;
  readonly size: number;
  /** 'any' may be transparent; 'maskable' is cut to a shape of the device; 'touch' is opaque, with corners cut off. */
  readonly shape: 'any' | 'maskable' | 'touch';
}

export const touchIconAddress = '/bieu-tuong-180.png';
const smallIcon: PngIcon = { address: '/bieu-tuong-192.png', size: 192, shape: 'any' };

/** The icons of every site, whether drawn here or made of a picture. */
export const pngIcons: readonly PngIcon[] = [
  smallIcon,
  { address: '/bieu-tuong-512.png', size: 512, shape: 'any' },
  { address: '/bieu-tuong-512-tran.png', size: 512, shape: 'maskable' },
  { address: touchIconAddress, size: 180, shape: 'touch' },
];

/** The icon that is drawn here, without a picture of the organisation. */
export const svgIconAddress = '/bieu-tuong.svg';

/** The icon that feed readers request at the root of a site, and Safari before version 26, which draws no SVG. */
export const fallbackIcon = { address: '/favicon.ico', size: 48, shape: 'any' } as const;

/** The icon that pages prefer. */
export function pageIcon(organisation: Organisation): { readonly address: string; readonly type: string } {
  return iconPicture(organisation)
    ? { address: smallIcon.address, type: 'image/png' }
    : { address: svgIconAddress, type: 'image/svg+xml' };
}

/** The picture that the icons of an organisation are made of; undefined where they are the drawing of assets/icons/. */
export function iconPicture({ icon, logo }: Organisation): string | undefined {
  return icon ?? logo;
}

/** The files of all icons of a site. */
export async function iconFiles(organisation: Organisation): Promise<StaticFile[]> {
  const picture = iconPicture(organisation);
  if (picture) {
    const bytes = await readFile(picture);
    return pixelFiles('content/site.yaml', ({ size, shape }) =>
      renderPictureIcon(bytes, size, shape, organisation.colors.light.paper),
    );
  }
  const source = 'assets/icons/icon.svg';
  const { light } = organisation.colors;
  const svg = coloredSvg(await readFile(join(projectRoot, source), 'utf8'), { ...light });
  return [
    { address: svgIconAddress, source, bytes: svg },
    ...(await pixelFiles(source, ({ size, shape }) => renderDrawnIcon(svg, size, shape, light.accent))),
  ];
}

/** The icons other than the SVG. */
async function pixelFiles(source: string, render: (icon: PngIcon) => Promise<Buffer>): Promise<StaticFile[]> {
  const { address, size } = fallbackIcon;
  return [
    { address, source, bytes: icoFile(await render(fallbackIcon), size) },
    ...(await Promise.all(
      pngIcons.map(async (icon) => ({ address: icon.address, source, bytes: await render(icon) })),
    )),
  ];
}

/** The scale of the drawing in a maskable icon, whose safe zone is a circle of 80 % of its width. */
const drawnScale = 0.84;

async function renderDrawnIcon(
  svg: string,
  size: number,
  shape: PngIcon['shape'],
  background: SiteColors['light']['accent'],
): Promise<Buffer> {
  const width = Math.round(size * (shape === 'maskable' ? drawnScale : 1));
  const { default: sharp } = await import('sharp');
  const icon = sharp(Buffer.from(svg), { density: (72 * width) / 48 }).resize(width, width);
  return toPng(icon.extend(margins(size, width, background)), shape, background);
}

/** The scale of a picture in an icon, whose edges would else touch those of its shape. */
const pictureScale = { any: 1, touch: 0.86, maskable: 0.68 };

async function renderPictureIcon(
  bytes: Buffer,
  size: number,
  shape: PngIcon['shape'],
  background: string,
): Promise<Buffer> {
  const width = Math.round(size * pictureScale[shape]);
  const { default: sharp } = await import('sharp');
  const ground = shape === 'any' ? { r: 0, g: 0, b: 0, alpha: 0 } : background;
  const icon = sharp(bytes).autoOrient().resize(width, width, { fit: 'contain', background: ground });
  return toPng(icon.extend(margins(size, width, ground)), shape, background);
}

function margins<Background>(size: number, width: number, background: Background) {
  const before = Math.floor((size - width) / 2);
  const after = size - width - before;
  return { top: before, left: before, bottom: after, right: after, background };
}

function toPng(icon: import('sharp').Sharp, shape: PngIcon['shape'], background: string): Promise<Buffer> {
  return (shape === 'any' ? icon.ensureAlpha() : icon.flatten({ background })).png({ compressionLevel: 9 }).toBuffer();
}
