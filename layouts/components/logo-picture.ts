import { type Html, html } from '../html.ts';

/** The logo of an organisation as a picture. */
export interface LogoPictureProps {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** An ornament for screen readers: the name follows. */
export function logoPicture({ src, width, height }: LogoPictureProps): Html {
  return html`<img class="mark" src="${src}" width="${width}" height="${height}" alt="">`;
}
