import { type Html, html } from '../html.ts';

/** A picture in all its widths and formats. */
export interface PictureProps {
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  /** False for the first picture of a page; the others load when they come near the viewport. */
  readonly lazy: boolean;
  readonly sizes?: string;
}

/** The text column is 32rem wide at a root font size of 18px, and 44rem with the margin that pictures use beside it. */
const columnPixels = 576;
const widePixels = 792;

/** The picture without a caption. */
export function picture(props: PictureProps): Html {
  const sizes = props.sizes ?? columnSizes(props.width);
  return html`<picture>${props.sources.map(({ type, srcset }) => html`<source type="${type}" srcset="${srcset}" sizes="${sizes}">`)}<img src="${props.src}" width="${props.width}" height="${props.height}" alt="${props.alt}"${props.lazy && html` loading="lazy"`} decoding="async"></picture>`;
}

/** A smaller picture keeps its own size. */
function columnSizes(width: number): string {
  const wide = `(min-width: 74em) ${Math.min(width, widePixels)}px`;
  return width < columnPixels ? `${width}px` : `${wide}, (min-width: 47em) ${columnPixels}px, 92vw`;
}

/** The picture with its caption. */
export function figure(props: PictureProps): Html {
  return html`<figure>${picture(props)}${props.caption && html`<figcaption>${props.caption}</figcaption>`}</figure>`;
}
