import { basename } from 'node:path';
import { attachmentAddress } from '#news/address.ts';
import { type AnyItem, allItems, type ItemsByKind } from '#news/content-kind.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { StaticFile } from './static-file.ts';

/** The files that readers can download, each at an address below its page. */
export function attachedFiles(items: ItemsByKind): StaticFile[] {
  return allItems(items).flatMap(attachmentsOf);
}

const attachmentsOf = memoizeByObject(({ address, path, files, body }: AnyItem) =>
  [...new Set([...files.map(({ file }) => file), ...body.attachments.values()])].map((from) => ({
    address: attachmentAddress(address, basename(from).normalize('NFC')),
    source: path,
    from,
  })),
);
