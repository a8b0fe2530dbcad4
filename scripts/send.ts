import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalDialog } from '#site/send/dialog.ts';
import { Repository } from '#site/send/repository.ts';
import { sendContent } from '#site/send/send-content.ts';
import { projectRoot, readSettings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run send
  soát nội dung, lấy về những gì người khác gửi, cho xem sẽ gửi gì, hỏi, rồi gửi vào kho chung`;

try {
  parseArgs();
} catch {
  throw new SettingsError(usage);
}
const settings = readSettings(process.env, new Date());
const keptDir = resolve(projectRoot, process.env['KEPT_DIR'] || 'ban-cat');
await sendContent({ repository: Repository.open(settings.contentDir), settings, dialog: terminalDialog, keptDir });
