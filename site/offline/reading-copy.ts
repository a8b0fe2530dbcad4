import { basename } from 'node:path';
import { feedAddress, offlineAddress, searchAddress, subscriptionsAddress } from '#news/address.ts';
import type { Settings } from '#site/settings.ts';

/** A built site that is being copied to be read from a disk. */
export interface ReadingCopy extends Pick<Settings, 'origin' | 'base' | 'public'> {
  /** The day it is made. */
  readonly day: Date;
  /** Every file of the built site, "bai-viet/hoi-nghi/index.html". */
  readonly files: ReadonlySet<string>;
  /** Old addresses and where each leads, as the built site tells browsers. */
  readonly oldAddresses: ReadonlyMap<string, string>;
}

const feeds = (['rss', 'atom', 'json'] as const).map((form) => basename(feedAddress(form)));

/** Whether a file of the site is in its copy when something leads there; what needs a server or the network is not. */
export function isCopied(file: string, { files }: Pick<ReadingCopy, 'files'>): boolean {
  const address = `/${file}`;
  return (
    files.has(file) &&
    file !== '404.html' &&
    ![searchAddress, subscriptionsAddress, offlineAddress].some((folder) => address.startsWith(folder)) &&
    !feeds.includes(basename(file))
  );
}

/** Where a file of the site lies in the copy: Windows keeps no file or folder called "con" or "aux". */
export function copyPath(file: string): string {
  return file.replace(/(^|\/)(con|prn|aux|nul|com\d|lpt\d)(?=[./]|$)/gi, '$1$2_');
}
