import { parseArgs } from 'node:util';
import { openSendContext } from '#site/send/send-context.ts';
import { undoSend } from '#site/send/undo-send.ts';
import { SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run undo
  lấy lại lần gửi gần nhất từ máy này: mọi tệp trở lại như trước, bài đã lên trang thì gỡ`;

try {
  parseArgs();
} catch {
  throw new SettingsError(usage);
}
await undoSend(openSendContext(process.env, new Date()));
