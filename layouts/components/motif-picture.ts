import { type Html, html } from '../html.ts';

/** The drawn picture of a category. */
export interface MotifPictureProps {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing, an ornament that screen readers skip; loaded when it comes near the viewport and is displayed. */
export function motifPicture({ src, width, height }: MotifPictureProps): Html {
  return html`<img class="motif" src="${src}" width="${width}" height="${height}" alt="" loading="lazy" decoding="async">`;
}
