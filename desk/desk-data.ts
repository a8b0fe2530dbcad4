import type { SiteFrame } from '#layouts/frame-props.ts';
import type { KnownNames } from '#site/import/tree/article-parts.ts';
import type { Settings } from '#site/settings.ts';
import type { ListFiles } from './check/content-files.ts';

/** What the desk is told of its site, as JSON beside its page. */
export interface DeskData {
  /** The configuration of the CMS. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Whether it saves the files of this machine. */
  readonly isLocal: boolean;
  /** For the check. */
  readonly lists: ListFiles;
  /** For the texts of Word files. */
  readonly names: KnownNames;
  /** For the preview. */
  readonly frame: SiteFrame;
  readonly settings: Pick<Settings, 'origin' | 'base' | 'hasPublicUrl'>;
}
