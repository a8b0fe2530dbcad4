import { siteLogo } from '#layouts/components/site-logo.ts';
import type { Motif } from '#news/motif.ts';
import type { ColorScheme, SiteColors } from '#news/site-colors.ts';
import { motifDrawing, motifSize } from '#site/motif-drawing.ts';
import type { LogoPicture } from '#site/pictures/logo-picture.ts';
import { longDate } from '#vietnamese/date.ts';
import { bindSpaces } from '#vietnamese/no-break.ts';
import { unbreakableParts } from '#vietnamese/unbreakable-parts.ts';

/** What all share pictures of a site have in common. */
export interface ShareBrand {
  /** Its name. */
  readonly organisation: string;
  readonly colors: SiteColors;
  /** By default the logo is drawn. */
  readonly logo?: LogoPicture;
}

/** What a share picture shows: the organisation, and an article or a category; with neither it is that of the site. */
export interface SharePictureProps extends ShareBrand {
  readonly article?: { readonly title: string; readonly date: Date; readonly motif: Motif };
  readonly category?: { readonly name: string; readonly motif: Motif };
}

/** An element of satori's input. */
export interface SatoriElement {
  readonly type: string;
  readonly key?: string;
  readonly props: Readonly<Record<string, unknown>>;
}

type Style = Readonly<Record<string, string | number | boolean>>;

/** In pixels; Facebook, X and Zalo show this size uncropped. */
export const sharePictureSize = { width: 1200, height: 630 };

/** The font sizes of a title in pixels, largest first. */
export const titleSizes = [116, 100, 84, 76, 68, 62, 56, 52, 48, 44, 40, 36] as const;

/** The subsets of the headings' font that are loaded. */
export const alphabets = ['latin', 'vietnamese', 'latin-ext', 'greek', 'cyrillic'] as const;

/** With a palette the PNG has half the bytes and looks the same. */
export const pngOptions = { palette: true };

/** The height available to a title, in pixels. */
export const titleHeight = 304;

/** The largest font size of the name of a category, at which every two-syllable word fits beside the drawing. */
const maxCategorySize = 76;

const lineHeight = 1.32;

/** The elements of a share picture; `cut` truncates a title that is too long with “…”. */
export function sharePictureElement(
  { organisation, colors, logo, article, category }: SharePictureProps,
  titleSize: number,
  cut = false,
): SatoriElement {
  const { light } = colors;
  const paper = {
    ...sharePictureSize,
    backgroundColor: light.paper,
    borderTop: `14px solid ${light.accent}`,
  };
  const isLongName = organisation.length > 85;
  if (!article && !category)
    return column({ ...paper, alignItems: 'center', justifyContent: 'center' }, [
      markImage(168, light, logo),
      text(light, organisation, { maxWidth: 1000, marginTop: 44, fontSize: isLongName ? 52 : 64, textAlign: 'center' }),
    ]);
  const title = (content: string, fontSize: number) => {
    const lines = Math.floor(titleHeight / (fontSize * lineHeight));
    return text(light, content, { fontSize, ...(cut && { lineClamp: lines, textWrap: 'wrap' }) }, 'title');
  };
  return column({ ...paper, padding: '34px 72px 0' }, [
    row({ paddingBottom: 26, borderBottom: `2px solid ${light.ink}` }, [
      markImage(88, light, logo),
      text(light, organisation, { maxWidth: 800, marginLeft: 28, fontSize: isLongName ? 26 : 34 }),
    ]),
    ...(article ? articleElements(colors, article, title(article.title, titleSize)) : []),
    ...(category
      ? [categoryElement(colors, category, title(category.name, Math.min(titleSize, maxCategorySize)))]
      : []),
  ]);
}

function articleElements(
  colors: SiteColors,
  { date, motif }: NonNullable<SharePictureProps['article']>,
  title: SatoriElement,
): SatoriElement[] {
  return [
    box({ position: 'absolute', left: 72, top: 475 }, [motifOnWave(colors, motif, sharePictureSize.width - 2 * 72)]),
    column({ height: titleHeight, marginTop: 22, justifyContent: 'center' }, [title]),
    row({ marginTop: 48 }, [
      box({ width: 48, height: 6, marginRight: 20, backgroundColor: colors.light.signal }),
      text(colors.light, longDate(date), { fontSize: 30, color: colors.light.soft }),
    ]),
  ];
}

function categoryElement(
  colors: SiteColors,
  { motif }: NonNullable<SharePictureProps['category']>,
  title: SatoriElement,
): SatoriElement {
  const { width, height } = motifSize;
  return row({ height: 440, justifyContent: 'space-between' }, [
    column({ width: 536 }, [title]),
    svgImage(motifDrawing(motif, colors).svg, width, height),
  ]);
}

function box(style: Style, children: readonly SatoriElement[] = []): SatoriElement {
  // Without border-box satori adds the padding to the width and clips the overflow.
  const base = { display: 'flex', boxSizing: 'border-box', flexShrink: 0 };
  return { type: 'div', props: { style: { ...base, ...style }, children } };
}

function row(style: Style, children: readonly SatoriElement[]): SatoriElement {
  return box({ alignItems: 'center', ...style }, children);
}

function column(style: Style, children: readonly SatoriElement[]): SatoriElement {
  return box({ flexDirection: 'column', ...style }, children);
}

/** Text set like the site's headings: balanced lines that never break inside a two-syllable word. */
function text({ ink }: ColorScheme, content: string, style: Style, key?: string): SatoriElement {
  // The font has no subscript digits, narrow spaces and word joiners: CO₂ becomes CO2.
  const supported = content.replace(/[\u2080-\u2089\u202F]/g, (character) => character.normalize('NFKC'));
  const unbreakable = unbreakableParts(bindSpaces(supported))
    .map((part) => part.replaceAll(' ', '\u00A0'))
    .join(' ');
  const base = {
    display: 'block',
    boxSizing: 'border-box',
    flexShrink: 0,
    color: ink,
    lineHeight,
    wordBreak: 'break-word',
    textWrap: 'balance',
  };
  return { type: 'div', ...(key && { key }), props: { style: { ...base, ...style }, children: unbreakable } };
}

/** The logo of the masthead. */
function markImage(size: number, { accent }: ColorScheme, logo: LogoPicture | undefined): SatoriElement {
  if (logo) {
    const scale = size / Math.max(logo.width, logo.height);
    return image('image/png', logo.bytes, logo.width * scale, logo.height * scale);
  }
  const svg = siteLogo.text
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll('currentColor', accent);
  return svgImage(svg, size, size);
}

/** The drawing of a motif without its background, at the right end of its wave, which is as long as four drawings. */
function motifOnWave(colors: SiteColors, motif: Motif, width: number): SatoriElement {
  const before = 3 * motifSize.width;
  const longWave = `<path d="M-${before} 222q20-9 40 0${'t40 0'.repeat(before / 40 - 1)}"/>`;
  const svg = motifDrawing(motif, colors)
    .svg.replace(/<path class="b".*/, longWave)
    .replace('viewBox="0 ', `viewBox="-${before} `)
    .replace(`${motifSize.width} `, `${before + motifSize.width} `)
    // Previews are shown at less than half the size.
    .replace('stroke-width="3.5"', 'stroke-width="4.5"');
  return svgImage(svg, width, (width * motifSize.height) / (before + motifSize.width));
}

function svgImage(svg: string, width: number, height: number): SatoriElement {
  return image('image/svg+xml', Buffer.from(svg), width, height);
}

function image(type: string, bytes: Buffer, width: number, height: number): SatoriElement {
  const src = `data:${type};base64,${bytes.toString('base64')}`;
  return { type: 'img', props: { src, width, height } };
}
