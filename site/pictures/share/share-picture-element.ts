import { siteLogo } from '#layouts/components/site-logo.ts';
import type { Motif } from '#news/motif.ts';
import { motifDrawing, motifSize } from '#site/motif-drawing.ts';
import { longDate } from '#vietnamese/date.ts';
import { bindSpaces } from '#vietnamese/no-break.ts';
import { unbreakableParts } from '#vietnamese/unbreakable-parts.ts';

/** What a share picture shows: the organisation, and an article or a category; with neither it is that of the site. */
export interface SharePictureProps {
  readonly organisation: string;
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

/** The light colours of assets/css/tokens.css. */
export const sharePictureColours = {
  paper: '#fffdf8',
  ink: '#16202c',
  soft: '#434f5d',
  accent: '#0b3f7a',
  signal: '#981420',
};

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
  { organisation, article, category }: SharePictureProps,
  titleSize: number,
  cut = false,
): SatoriElement {
  const paper = {
    ...sharePictureSize,
    backgroundColor: sharePictureColours.paper,
    borderTop: `14px solid ${sharePictureColours.accent}`,
  };
  const isLongName = organisation.length > 85;
  if (!article && !category)
    return column({ ...paper, alignItems: 'center', justifyContent: 'center' }, [
      markImage(168),
      text(organisation, { maxWidth: 1000, marginTop: 44, fontSize: isLongName ? 52 : 64, textAlign: 'center' }),
    ]);
  const title = (content: string, fontSize: number) => {
    const lines = Math.floor(titleHeight / (fontSize * lineHeight));
    return text(content, { fontSize, ...(cut && { lineClamp: lines, textWrap: 'wrap' }) }, 'title');
  };
  return column({ ...paper, padding: '34px 72px 0' }, [
    row({ paddingBottom: 26, borderBottom: `2px solid ${sharePictureColours.ink}` }, [
      markImage(88),
      text(organisation, { maxWidth: 800, marginLeft: 28, fontSize: isLongName ? 26 : 34 }),
    ]),
    ...(article ? articleElements(article, title(article.title, titleSize)) : []),
    ...(category ? [categoryElement(category, title(category.name, Math.min(titleSize, maxCategorySize)))] : []),
  ]);
}

function articleElements(
  { date, motif }: NonNullable<SharePictureProps['article']>,
  title: SatoriElement,
): SatoriElement[] {
  return [
    box({ position: 'absolute', left: 72, top: 475 }, [motifOnWave(motif, sharePictureSize.width - 2 * 72)]),
    column({ height: titleHeight, marginTop: 22, justifyContent: 'center' }, [title]),
    row({ marginTop: 48 }, [
      box({ width: 48, height: 6, marginRight: 20, backgroundColor: sharePictureColours.signal }),
      text(longDate(date), { fontSize: 30, color: sharePictureColours.soft }),
    ]),
  ];
}

function categoryElement({ motif }: NonNullable<SharePictureProps['category']>, title: SatoriElement): SatoriElement {
  const { width, height } = motifSize;
  return row({ height: 440, justifyContent: 'space-between' }, [
    column({ width: 536 }, [title]),
    image(motifDrawing(motif).svg, width, height),
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
function text(content: string, style: Style, key?: string): SatoriElement {
  // The font has no subscript digits, narrow spaces and word joiners: CO₂ becomes CO2.
  const supported = content.replace(/[\u2080-\u2089\u202F]/g, (character) => character.normalize('NFKC'));
  const unbreakable = unbreakableParts(bindSpaces(supported))
    .map((part) => part.replaceAll(' ', '\u00A0'))
    .join(' ');
  const base = {
    display: 'block',
    boxSizing: 'border-box',
    flexShrink: 0,
    color: sharePictureColours.ink,
    lineHeight,
    wordBreak: 'break-word',
    textWrap: 'balance',
  };
  return { type: 'div', ...(key && { key }), props: { style: { ...base, ...style }, children: unbreakable } };
}

/** The logo of the masthead. */
function markImage(size: number): SatoriElement {
  const svg = siteLogo.text
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll('currentColor', sharePictureColours.accent);
  return image(svg, size, size);
}

/** The drawing of a motif without its background, at the right end of its wave, which is as long as four drawings. */
function motifOnWave(motif: Motif, width: number): SatoriElement {
  const before = 3 * motifSize.width;
  const longWave = `<path d="M-${before} 222q20-9 40 0${'t40 0'.repeat(before / 40 - 1)}"/>`;
  const svg = motifDrawing(motif)
    .svg.replace(/<path class="b".*/, longWave)
    .replace('viewBox="0 ', `viewBox="-${before} `)
    .replace(`${motifSize.width} `, `${before + motifSize.width} `)
    // Previews are shown at less than half the size.
    .replace('stroke-width="3.5"', 'stroke-width="4.5"');
  return image(svg, width, (width * motifSize.height) / (before + motifSize.width));
}

function image(svg: string, width: number, height: number): SatoriElement {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return { type: 'img', props: { src, width, height } };
}
