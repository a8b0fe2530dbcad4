import { basename } from 'node:path';
import { figure, picture } from '#layouts/components/picture.ts';
import type { FrameProps } from '#layouts/frame-props.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, attachmentAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import { galleryScriptAddress, tablesScriptAddress } from '#site/assets/assets.ts';
import { completeBody } from '#site/markdown/prepare-body.ts';
import { type BodyPicture, renderBody } from '#site/markdown/render-body.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import { takePreparedBody } from '#site/read/prepared-bodies.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import { type BodyContext, type BodyReferences, isHiddenAddress } from './body-context.ts';
import { pictureBlock } from './picture-block.ts';

/** How to render the body of an item in one place. */
export interface ItemBodyOptions {
  /** The address of the page of the item. */
  readonly address: string;
  readonly leadFromBody?: boolean;
  /** True if a picture precedes the body. */
  readonly pictureAbove?: boolean;
  /** The origin for absolute URLs, in feeds: "https://example.org" */
  readonly origin?: string;
}

/** A body as HTML with its links and pictures resolved; the lead is apart, empty unless `leadFromBody`. */
export function renderItemBody(context: BodyContext, references: BodyReferences, body: Body, options: ItemBodyOptions) {
  const { address, leadFromBody = false, pictureAbove = false, origin = '' } = options;
  const toHref = (to: string) => origin + context.settings.base + to;
  let pictureCount = 0;
  const attachedHref = (name: string) => {
    const attachment = body.attachments.get(name);
    if (!attachment) return undefined;
    const fileName = encodeURIComponent(basename(attachment).normalize('NFC'));
    const [fragment = ''] = /#.*/.exec(name) ?? [];
    return toHref(attachmentAddress(address, fileName)) + fragment;
  };
  const resolvePicture = ({ src, alone, ...reference }: BodyPicture) => {
    const lazy = pictureAbove || pictureCount++ > 0;
    return pictureProps(references.pictures.get(body.pictures.get(src) ?? ''), reference, lazy, origin);
  };
  const renderPicture = (bodyPicture: BodyPicture) => {
    const props = resolvePicture(bodyPicture);
    return props ? (bodyPicture.alone ? figure(props) : picture(props)).text : '';
  };
  // In a feed the links to its own headings and notes are absolute.
  const prepared = origin ? undefined : takePreparedBody(body);
  if (prepared?.leadFromBody === leadFromBody) return completeBody(prepared, renderPicture);
  return renderBody(readMarkdown(body), {
    leadFromBody,
    link: (href) => {
      const file = attachedHref(href);
      if (file) return file;
      if (origin && href.startsWith('#')) return toHref(address + href);
      if (!href.startsWith('/')) return href;
      return isHiddenAddress(references, href) ? undefined : toHref(href);
    },
    picture: renderPicture,
    pictureBlock: (block, bodyPictures) =>
      pictureBlock({
        block,
        pictures: bodyPictures.flatMap((bodyPicture) => resolvePicture(bodyPicture) ?? []),
        file: attachedHref(block.argument),
        siteOrigin: context.settings.origin,
        inFeed: origin !== '',
      }).text,
  });
}

/** The body and lead of an article as HTML, wherever the lead was written. */
export function renderArticleBody(
  context: BodyContext,
  references: BodyReferences,
  { slug, body, lead, leadFromBody }: Article,
  options: Omit<ItemBodyOptions, 'address' | 'leadFromBody'>,
) {
  const printed = renderItemBody(context, references, body, {
    ...options,
    address: articleAddress(slug),
    leadFromBody,
  });
  return leadFromBody ? printed : { ...printed, lead: escaped(noBreak(lead)) };
}

/** The scripts of a page with a body: those of its kind of page, then those of the body. */
export function bodyScripts(
  { settings }: BodyContext,
  { hasGallery, hasHtmlTable }: Body,
  kindScripts: readonly string[] = [],
): Required<Pick<FrameProps, 'scripts'>> {
  const addresses = [
    ...kindScripts,
    ...(hasGallery ? [galleryScriptAddress] : []),
    ...(hasHtmlTable ? [tablesScriptAddress] : []),
  ];
  return { scripts: addresses.map((address) => settings.base + address) };
}
