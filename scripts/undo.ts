import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalDialog } from '#site/send/dialog.ts';
import { Repository } from '#site/send/repository.ts';
import { undoSend } from '#site/send/undo-send.ts';
import { projectRoot, readSettings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run undo
  lấy lại lần gửi gần nhất từ máy này: mọi tệp trở lại như trước, bài đã lên trang thì gỡ`;

try {
  parseArgs();
} catch {
  throw new SettingsError(usage);
}
const settings = readSettings(process.env, new Date());
const keptDir = resolve(projectRoot, process.env['KEPT_DIR'] || 'ban-cat');
await undoSend({ repository: Repository.open(settings.contentDir), settings, dialog: terminalDialog, keptDir });
