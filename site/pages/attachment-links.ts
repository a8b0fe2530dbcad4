import { basename } from 'node:path';
import type { AttachmentLink } from '#layouts/components/attachments.ts';
import { articleAddress, attachmentAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';

/** The files an article offers. */
export function attachmentLinks(
  { slug, attachments }: Article,
  toHref: (address: string) => string,
): readonly AttachmentLink[] {
  return attachments.map(({ file, title, bytes }) => ({
    text: title,
    href: toHref(attachmentAddress(articleAddress(slug), encodeURIComponent(basename(file)))),
    type: basename(file).split('.').at(-1)?.toUpperCase() ?? '',
    size: `${Math.max(1, Math.round(bytes / 1000))} KB`,
  }));
}
