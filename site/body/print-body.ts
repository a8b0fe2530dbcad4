import { basename } from 'node:path';
import { figure, picture } from '#layouts/components/picture.ts';
import type { FrameProps } from '#layouts/frame-props.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, attachmentAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { galleryScriptAddress, tablesScriptAddress } from '#site/assets/assets.ts';
import { shownPicture } from '#site/pictures/pictures.ts';
import { markdownOf } from '#site/read/markdown-of.ts';
import { type BodyContext, type BodyPictures, isHidden } from './body-context.ts';
import { pictureBlock } from './picture-block.ts';
import { type PictureMention, renderBody } from './render-body.ts';

/** How one place prints a body. */
export interface PrintedBody {
  /** The page it belongs to. */
  readonly address: string;
  readonly leadFromBody?: boolean;
  /** True when a picture stands above it already. */
  readonly pictureAbove?: boolean;
  /** What stands before every address of the site, where readers are elsewhere: "https://example.org" */
  readonly origin?: string;
}

/** A body as HTML: its lead apart (empty unless asked for), links and pictures in place. */
export function printBody(context: BodyContext, { pictures }: BodyPictures, body: Body, how: PrintedBody) {
  const { address, leadFromBody = false, pictureAbove = false, origin = '' } = how;
  const toHref = (to: string) => origin + context.settings.base + to;
  let shown = 0;
  const attached = (name: string) => {
    const attachment = body.attachments.get(name);
    return attachment && toHref(attachmentAddress(address, encodeURIComponent(basename(attachment))));
  };
  const show = ({ src, alone, ...use }: PictureMention) => {
    const lazy = pictureAbove || shown++ > 0;
    return shownPicture(pictures.get(body.pictures.get(src) ?? ''), use, lazy, origin);
  };
  return renderBody(markdownOf(body), {
    leadFromBody,
    link: (href) => {
      const file = attached(href);
      if (file) return file;
      if (origin && href.startsWith('#')) return toHref(address + href);
      if (!href.startsWith('/')) return href;
      return isHidden(context, href) ? undefined : toHref(href);
    },
    picture: (mention) => {
      const props = show(mention);
      return props ? (mention.alone ? figure(props) : picture(props)).text : '';
    },
    pictureBlock: (block, mentions) =>
      pictureBlock({
        block,
        pictures: mentions.flatMap((mention) => show(mention) ?? []),
        file: attached(block.argument),
        abroad: origin !== '',
      }).text,
  });
}

/** The body of an article as HTML, with its lead, which the first paragraph of the body may be. */
export function printArticleBody(
  context: BodyContext,
  pictures: BodyPictures,
  { slug, body, lead, leadFromBody }: Article,
  how: Omit<PrintedBody, 'address' | 'leadFromBody'>,
) {
  const printed = printBody(context, pictures, body, { ...how, address: articleAddress(slug), leadFromBody });
  return leadFromBody ? printed : { ...printed, lead: escaped(lead) };
}

/** The scripts of a page that holds a body, after those of its kind of page. */
export function bodyScripts(
  { settings }: BodyContext,
  { hasGallery, hasHtmlTable }: Body,
  ofKind: readonly string[] = [],
): Required<Pick<FrameProps, 'scripts'>> {
  const addresses = [
    ...ofKind,
    ...(hasGallery ? [galleryScriptAddress] : []),
    ...(hasHtmlTable ? [tablesScriptAddress] : []),
  ];
  return { scripts: addresses.map((address) => settings.base + address) };
}
