import { parseArgs } from 'node:util';
import { sendContent } from '#site/send/send-content.ts';
import { openSendContext } from '#site/send/send-context.ts';
import { SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run send
  soát nội dung, lấy về những gì người khác gửi, cho xem sẽ gửi gì, hỏi, rồi gửi vào kho chung`;

try {
  parseArgs();
} catch {
  throw new SettingsError(usage);
}
await sendContent(openSendContext(process.env, new Date()));
