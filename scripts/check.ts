import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { hiddenSummary } from '#news/hidden-summary.ts';
import { type Builds, Memory } from '#site/cache/memory.ts';
import { checkContent } from '#site/check/check-content.ts';
import { deployedSitemaps } from '#site/check/deployed-sitemaps.ts';
import { fixContent } from '#site/check/fix-content.ts';
import { reportFindings } from '#site/check/report-findings.ts';
import type { Finding } from '#site/finding.ts';
import { contentChanged } from '#site/read/content-changed.ts';
import { readSettings, type Settings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run check -- [tệp hoặc thư mục…] [--fix] [--json] [--against sitemap.xml]
  --fix      tự sửa dấu câu, khoảng trắng, dạng chữ, ghi địa chỉ thẻ mới và mã bài; kể từng chỗ đã sửa
  --json     in kết quả cho máy đọc
  --against  so với sơ đồ trang đã đăng lần trước: địa chỉ đã đăng không được mất`;

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { fix: { type: 'boolean' }, json: { type: 'boolean' }, against: { type: 'string' } },
    });
    const missing = [...positionals, ...(values.against ? [values.against] : [])].find((path) => !existsSync(path));
    if (missing) throw new SettingsError(`Không thấy “${missing}”: kiểm tra lại tên tệp.`);
    return { ...values, paths: positionals };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(usage);
  }
}

/** Whether a finding is about one of the paths that were asked for; all are when none was. */
function asked(paths: readonly string[]): (finding: Finding) => boolean {
  const wanted = paths.map((path) => resolve(path));
  return ({ path }) =>
    wanted.length === 0 || wanted.some((each) => resolve(path) === each || resolve(path).startsWith(each + sep));
}

async function check(recall: (settings: Settings, builds: Builds) => Memory = Memory.open): Promise<void> {
  const { paths, fix, json, against } = readOptions();
  const settings = readSettings(process.env, new Date());
  const deployed = against ? deployedSitemaps(against) : [];
  const ours = asked(paths);
  const memory = recall(settings, 'none');

  let checked = await checkContent(settings, memory, deployed);
  if (fix) {
    const changes = await fixContent(checked, [...checked.errors, ...checked.warnings].filter(ours));
    for (const { path, line, column, what } of changes) console.error(`Đã sửa ${path}:${line}:${column} · ${what}`);
    checked = await checkContent(settings, memory, deployed);
  }

  const errors = checked.errors.filter(ours);
  const warnings = checked.warnings.filter(ours);
  reportFindings([...errors, ...warnings], json ? 'json' : undefined);
  const elsewhere = checked.errors.length - errors.length;
  console.error(
    `${errors.length > 0 ? `${errors.length} lỗi cần sửa` : 'Không có lỗi'}, ${warnings.length} lưu ý` +
      `${elsewhere > 0 ? ` (và ${elsewhere} lỗi ở những tệp khác)` : ''}.`,
  );
  const room = checked.site?.desk.newsroom;
  const hidden = room && hiddenSummary([...room.everyArticle, ...room.everyDocument, ...room.everyEvent], settings.now);
  if (hidden && !json) console.error(hidden);
  if (errors.length > 0) process.exitCode = 1;
}

/** Checks from the beginning, with nothing remembered, where a file changed meanwhile: what was read is of two minds. */
async function checkUntilStill(recall?: (settings: Settings, builds: Builds) => Memory): Promise<void> {
  try {
    await check(recall);
  } catch (error) {
    const changed = contentChanged(error);
    if (!changed) throw error;
    console.error(`${changed.message}: kiểm tra lại từ đầu.`);
    await checkUntilStill(Memory.forgotten);
  }
}

await checkUntilStill();
