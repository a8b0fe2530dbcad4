import { basename } from 'node:path';
import { attachmentAddress } from '#news/address.ts';
import { type AnyItem, everyItem, type Items } from '#news/kinds.ts';
import { onceOfEach } from '#news/once-of-each.ts';
import type { StaticFile } from './static-file.ts';

/** The files that readers can download, each at an address below its page. */
export function attachedFiles(items: Items): StaticFile[] {
  return everyItem(items).flatMap(attachmentsOf);
}

const attachmentsOf = onceOfEach(({ address, path, files, body }: AnyItem) =>
  [...new Set([...files.map(({ file }) => file), ...body.attachments.values()])].map((from) => ({
    address: attachmentAddress(address, basename(from)),
    source: path,
    from,
  })),
);
