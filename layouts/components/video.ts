import { type Html, html } from '../html.ts';
import { type PictureProps, picture } from './picture.ts';

/** A video: a file of this site, or a page on another. */
export interface VideoProps {
  readonly href: string;
  /** Its URL, for paper. */
  readonly url: string;
  /** Name of the other site; absent for a file of this one. */
  readonly host?: string;
  readonly poster: PictureProps;
}

/** A poster, for paper as a picture too; nothing of the video is fetched, and no other site is contacted, before the reader starts it. */
export function video({ href, url, host, poster }: VideoProps): Html {
  const { src, width, height, alt, caption } = poster;
  return html`<figure class="video" data-url="${url}">${
    host
      ? html`<a href="${href}" target="_blank" rel="noopener">${picture(poster)}<span>Xem video ở ${host} (mở thẻ mới)</span></a>`
      : html`<video src="${href}" poster="${src}" width="${width}" height="${height}" aria-label="${alt}" controls preload="none"></video><img src="${src}" width="${width}" height="${height}" alt="${alt}">`
  }${caption && html`<figcaption>${caption}</figcaption>`}</figure>`;
}
