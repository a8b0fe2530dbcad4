import { gallery } from '#layouts/components/gallery.ts';
import { figure, type PictureProps } from '#layouts/components/picture.ts';
import { type VideoProps, video } from '#layouts/components/video.ts';
import { type Html, html } from '#layouts/html.ts';
import type { PictureBlock } from '#site/markdown/picture-blocks.ts';

/** A picture block with its pictures and file resolved. */
export interface PictureBlockProps {
  readonly block: PictureBlock;
  readonly pictures: readonly PictureProps[];
  /** The href of the attached file that the block names. */
  readonly file: string | undefined;
  /** The origin of the site, for the URL of a video on paper. */
  readonly siteOrigin: string;
  /** True in a feed, where the site's style and scripts do not work. */
  readonly inFeed: boolean;
}

/** A picture block as HTML; in a feed as plain figures, with a link to the video. */
export function pictureBlock({ block, pictures, file, siteOrigin, inFeed }: PictureBlockProps): Html {
  const [poster] = pictures;
  const target = block.name === 'video' ? videoTarget(block.argument, file, siteOrigin) : undefined;
  if (target && poster && !inFeed) return video({ ...target, poster });
  if (target) return html`${pictures.map(figure)}<p><a href="${target.href}">Xem video</a></p>`;
  return inFeed || pictures.length === 0 ? html`${pictures.map(figure)}` : gallery(pictures);
}

/** Where a video is: a file of this site, or a page of another site, with the host name to display. */
function videoTarget(
  address: string,
  file: string | undefined,
  siteOrigin: string,
): Pick<VideoProps, 'href' | 'url' | 'host'> | undefined {
  if (file) return { href: file, url: siteOrigin + file };
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  return { href: address, url: address, host: new URL(address).host.replace(/^www\./, '') };
}
