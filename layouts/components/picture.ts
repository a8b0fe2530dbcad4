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

/** The text column is 38rem wide at a root font size of 18px; a smaller picture keeps its own size. */
const columnPixels = 684;

/** The picture without a caption. */
export function picture(props: PictureProps): Html {
  const column = props.width < columnPixels ? `${props.width}px` : `(min-width: 47em) ${columnPixels}px, 92vw`;
  const sizes = props.sizes ?? column;
  return html`<picture>${props.sources.map(({ type, srcset }) => html`<source type="${type}" srcset="${srcset}" sizes="${sizes}">`)}<img src="${props.src}" width="${props.width}" height="${props.height}" alt="${props.alt}"${props.lazy && html` loading="lazy"`} decoding="async"></picture>`;
}

/** The picture with its caption. */
export function figure(props: PictureProps): Html {
  return html`<figure>${picture(props)}${props.caption && html`<figcaption>${props.caption}</figcaption>`}</figure>`;
}
