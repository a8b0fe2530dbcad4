import { basename } from 'node:path';
import { deskAddress, feedAddress, offlineAddress, searchAddress, subscriptionsAddress } from '#news/address.ts';
import type { Settings } from '#site/settings.ts';

/** A built site that is copied for offline reading. */
export interface CopiedSite extends Pick<Settings, 'origin' | 'base' | 'hasPublicUrl'> {
  /** The date of the copy. */
  readonly date: Date;
  /** Every file of the built site, "bai-viet/hoi-nghi/index.html". */
  readonly files: ReadonlySet<string>;
  /** Old address → new address, from the redirect table of the built site. */
  readonly oldAddresses: ReadonlyMap<string, string>;
}

const feedNames = (['rss', 'atom', 'json'] as const).map((form) => basename(feedAddress(form)));

/** Whether a file of the site is copied if a page uses it; files that need a server or the network are not. */
export function isInOfflineCopy(file: string, { files }: Pick<CopiedSite, 'files'>): boolean {
  const address = `/${file}`;
  return (
    files.has(file) &&
    file !== '404.html' &&
    ![searchAddress, subscriptionsAddress, offlineAddress, deskAddress].some((folder) => address.startsWith(folder)) &&
    !feedNames.includes(basename(file))
  );
}

/** The path of a file in the copy: Windows reserves names such as "con" and "aux". */
export function offlineCopyFilePath(file: string): string {
  return file.replace(/(^|\/)(con|prn|aux|nul|com\d|lpt\d)(?=[./]|$)/gi, '$1$2_');
}
