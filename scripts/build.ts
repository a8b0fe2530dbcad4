import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError } from '#site/finding.ts';
import { readSettings, type Settings, SettingsError } from '#site/settings.ts';
import { isoInstant } from '#vietnamese/date.ts';
import { buildSite } from './build-site.ts';
import { reportFindings } from './report-findings.ts';

const started = performance.now();
const terminal = process.stderr.isTTY && !process.env['CI'];

function progress(step: string, done: number, all: number): void {
  if (terminal && (done % 25 === 0 || done === all)) process.stderr.write(`\r\u001B[K${step}: ${done}/${all}`);
  if (terminal && done === all) process.stderr.write('\r\u001B[K');
}

/** Whether the site that stands has something that fell due; true when there is none. */
function isDue({ outputDir, now }: Settings): boolean {
  const file = join(outputDir, 'build.json');
  if (!existsSync(file)) return true;
  const { nextBuildAt } = z
    .object({ nextBuildAt: z.string().nullable() })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return nextBuildAt !== null && new Date(nextBuildAt) <= now;
}

async function build(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  if (process.argv.includes('--if-due') && !isDue(settings)) return;
  const { site, pages, printed, doubt } = await buildSite(settings, progress, () =>
    console.error('Một lần dựng khác đang làm trong thư mục này; chờ nó xong.'),
  );

  if (doubt) console.error(`Dựng lại toàn bộ: ${doubt}.`);
  reportFindings(site.warnings);
  if (!settings.public)
    console.error(
      'LƯU Ý: chưa đặt SITE_URL, nên trang mang địa chỉ localhost và xin máy tìm kiếm đừng ghi. Trước khi đưa lên mạng: SITE_URL=https://địa-chỉ-thật npm run build',
    );
  if (site.nextBuildAt)
    console.error(
      `Cần dựng lại lúc ${isoInstant(site.nextBuildAt)}: có bài đến hẹn, hết hạn, hoặc không còn là tin mới.`,
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  console.log(
    `Xong: ${pages} trang (${printed} trang in lại), ${site.pictureCount} ảnh, ${seconds} giây, ${site.warnings.length} lưu ý → ${settings.outputDir}`,
  );
}

try {
  await build();
} catch (error) {
  if (error instanceof ContentError) {
    reportFindings(error.findings);
    console.error(`Không dựng trang: có ${error.findings.length} lỗi cần sửa (ở trên). Trang cũ vẫn nguyên.`);
  } else if (error instanceof SettingsError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
