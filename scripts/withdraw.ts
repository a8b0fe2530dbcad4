import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findArticle, withdrawArticle } from '#site/deployment/withdraw-article.ts';
import { readContent } from '#site/read/read-content.ts';
import { displayPath } from '#site/read/source-file.ts';
import { acceptAny, prompt } from '#site/scaffold/prompt.ts';
import { readSettings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run withdraw -- /bai-viet/ten-bai/ [--reason "Vì …"]
  gỡ một bài đã đăng: ở địa chỉ ấy sẽ là thông báo đã gỡ, kèm lý do; bài đã xóa mất tệp cũng gỡ được`;

/** What readers are told unless the editor says more. */
const usualReason = 'Bài đăng nhầm.';

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' } } });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) throw new SettingsError(usage);
    return { name, ...values };
  } catch {
    throw new SettingsError(usage);
  }
}

const { name, reason } = readOptions();
const settings = readSettings(process.env, new Date());
const { content, paths } = await readContent(settings.contentDir);
const found = findArticle(name, { ...settings, articles: content?.articles ?? [], paths });
const asked =
  reason ??
  (process.stdin.isTTY ? await prompt(`Lý do gỡ, bạn đọc sẽ thấy (Enter: “${usualReason}”):`, acceptAny) : '');
const { file, address, restored } = withdrawArticle(found, asked.normalize('NFC').trim() || usualReason);
if (restored.length > 0)
  console.log(`Bài đã xóa tệp, nay lấy lại: ${restored.map((path) => relative(settings.contentDir, path)).join(', ')}`);
console.log(`Đã ghi việc gỡ bài vào ${displayPath(file)}.
Khi trang dựng lại, ở ${address} chỉ còn thông báo đã gỡ, với lý do: ${asked.trim() || usualReason}
Việc tiếp theo: npm run send, để soát rồi gửi đi.`);
