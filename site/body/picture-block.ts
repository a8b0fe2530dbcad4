import { gallery } from '#layouts/components/gallery.ts';
import { figure, type PictureProps } from '#layouts/components/picture.ts';
import { video } from '#layouts/components/video.ts';
import { type Html, html } from '#layouts/html.ts';
import type { PictureBlock } from '#site/markdown/picture-blocks.ts';

/** A picture block and what it names, ready to print. */
export interface PictureBlockProps {
  readonly block: PictureBlock;
  readonly pictures: readonly PictureProps[];
  /** Where the file lies that the block names. */
  readonly file: string | undefined;
  /** Readers are elsewhere, where nothing of this site's style and script works. */
  readonly abroad: boolean;
}

/** A picture block as HTML; abroad its pictures as any others, and a link to the video. */
export function pictureBlock({ block, pictures, file, abroad }: PictureBlockProps): Html {
  const [poster] = pictures;
  const target = block.name === 'video' ? videoTarget(block.argument, file) : undefined;
  if (target && poster && !abroad) return video({ ...target, poster });
  if (target) return html`${pictures.map(figure)}<p><a href="${target.href}">Xem video</a></p>`;
  return abroad || pictures.length === 0 ? html`${pictures.map(figure)}` : gallery(pictures);
}

/** Where a video is: a file of this site, or a page of another, whose name readers are told. */
function videoTarget(address: string, file: string | undefined): { href: string; host?: string } | undefined {
  if (file) return { href: file };
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  return { href: address, host: new URL(address).host.replace(/^www\./, '') };
}
