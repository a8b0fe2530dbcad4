import type { Settings } from '#site/settings.ts';
import type { Dialog } from './dialog.ts';
import type { Repository } from './repository.ts';

/** What sending and taking back work on. */
export interface SendContext {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly dialog: Dialog;
  /** The folder for copies of versions that are not in content/ any more; absolute path. */
  readonly keptDir: string;
}
