import { resolve } from 'node:path';
import { projectRoot, readSettings, type Settings } from '#site/settings.ts';
import { type Dialog, terminalDialog } from './dialog.ts';
import { Repository } from './repository.ts';

/** What sending and taking back work on. */
export interface SendContext {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly dialog: Dialog;
  /** The folder for copies of versions that are not in content/ any more; absolute path. */
  readonly keptDir: string;
}

/** The context of a command on a terminal, from environment variables. Throws a SettingsError. */
export function openSendContext(env: Readonly<Record<string, string | undefined>>, clock: Date): SendContext {
  const settings = readSettings(env, clock);
  const keptDir = resolve(projectRoot, env['KEPT_DIR'] || 'ban-cat');
  return { repository: Repository.open(settings.contentDir), settings, dialog: terminalDialog, keptDir };
}
