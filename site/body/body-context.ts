import type { ProcessedPicture } from '#site/pictures/process-pictures.ts';
import type { Settings } from '#site/settings.ts';

/** What links of a body depend on. */
export interface BodyContext {
  readonly settings: Pick<Settings, 'origin' | 'base'>;
  /** Addresses that were or will be pages and are not now: a link to one is rendered as plain text. */
  readonly hiddenAddresses: ReadonlySet<string>;
}

/** The pictures a body may name, by file. */
export interface BodyPictures {
  readonly pictures: ReadonlyMap<string, ProcessedPicture>;
}

/** Whether an address of the site, with or without a query or fragment, is hidden. */
export function isHiddenAddress({ hiddenAddresses }: Pick<BodyContext, 'hiddenAddresses'>, href: string): boolean {
  return hiddenAddresses.has(href.split(/[#?]/)[0] ?? '');
}
