import type { ProcessedPicture } from '#site/pictures/process-pictures.ts';
import type { Settings } from '#site/settings.ts';

/** Where the site of a body is. */
export interface BodyContext {
  readonly settings: Pick<Settings, 'origin' | 'base'>;
}

/** What links and pictures of a body may refer to. */
export interface BodyReferences {
  /** By file. */
  readonly pictures: ReadonlyMap<string, ProcessedPicture>;
  /** Addresses that were or will be pages and are not now: a link to one is rendered as plain text. */
  readonly hiddenAddresses: ReadonlySet<string>;
}

/** Whether an address of the site, with or without a query or fragment, is hidden. */
export function isHiddenAddress({ hiddenAddresses }: Pick<BodyReferences, 'hiddenAddresses'>, href: string): boolean {
  return hiddenAddresses.has(href.split(/[#?]/)[0] ?? '');
}
