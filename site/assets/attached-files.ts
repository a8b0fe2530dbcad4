import { basename } from 'node:path';
import { attachmentAddress } from '#news/address.ts';
import { type AnyItem, everyItem, type Items } from '#news/kinds.ts';
import { onceOfEach } from '#news/once-of-each.ts';
import type { StaticFile } from './static-file.ts';

/** The files readers can download, each beside the page that offers it. */
export function attachedFiles(items: Items): StaticFile[] {
  return everyItem(items).flatMap(filesOf);
}

const filesOf = onceOfEach(({ address, path, files, body }: AnyItem) =>
  [...new Set([...files.map(({ file }) => file), ...body.attachments.values()])].map((from) => ({
    address: attachmentAddress(address, basename(from)),
    source: path,
    from,
  })),
);
