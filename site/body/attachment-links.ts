import { basename } from 'node:path';
import type { AttachmentLink } from '#layouts/components/attachments.ts';
import { attachmentAddress } from '#news/address.ts';
import type { Attachment } from '#news/article.ts';
import { fileSize } from '#vietnamese/file-size.ts';

/** Links to the attachments of the page at an address. */
export function attachmentLinks(
  pageAddress: string,
  attachments: readonly Attachment[],
  toHref: (address: string) => string,
): readonly AttachmentLink[] {
  return attachments.map(({ file, title, bytes }) => ({
    text: title,
    href: toHref(attachmentAddress(pageAddress, encodeURIComponent(basename(file).normalize('NFC')))),
    type: basename(file).split('.').at(-1)?.toUpperCase() ?? '',
    size: fileSize(bytes),
  }));
}
