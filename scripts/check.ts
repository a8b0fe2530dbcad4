import { existsSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { hiddenSummary } from '#news/hidden-summary.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { checkAndFix } from '#site/check/check-and-fix.ts';
import { checkContent } from '#site/check/check-content.ts';
import { codeQualityReport } from '#site/check/code-quality-report.ts';
import { reportFindings } from '#site/check/report-findings.ts';
import { readDeployedSite } from '#site/deployment/deployed-site.ts';
import type { Finding } from '#site/finding.ts';
import { findContentChangedError } from '#site/read/content-changed-error.ts';
import { explainConflicts } from '#site/send/explain-conflicts.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { writeWhole } from '#site/write-whole.ts';

const usage = `Cách dùng: npm run check -- [tệp hoặc thư mục…] [--fix] [--json] [--codequality tệp.json]
                              [--against sitemap.xml [--let-go /địa-chỉ/]…]
  --fix      tự sửa phần đầu bài, những gì dán từ nơi khác, dấu câu, khoảng trắng, dạng chữ; ghi thẻ, tên miền mới và mã bài;
             thu nhỏ ảnh quá nặng, xóa nơi chụp; kể từng chỗ đã sửa
  --json     in kết quả cho máy đọc
  --codequality  cũng ghi kết quả vào tệp này, theo dạng Code Quality của GitLab
  --against  so với sơ đồ trang đã đăng lần trước (hay thư mục .cache/deployed): địa chỉ đã đăng không được mất
  --let-go   trừ những địa chỉ này: người quản trị cho bỏ`;

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        fix: { type: 'boolean' },
        json: { type: 'boolean' },
        codequality: { type: 'string' },
        against: { type: 'string' },
        'let-go': { type: 'string', multiple: true },
      },
    });
    const missing = [...positionals, ...(values.against ? [values.against] : [])].find((path) => !existsSync(path));
    if (missing) throw new SettingsError(`Không thấy “${missing}”: kiểm tra lại tên tệp.`);
    if (values.codequality !== undefined) requireReportFile(values.codequality);
    return { ...values, letGo: values['let-go'] ?? [], paths: positionals };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    // Without a value after it, the option is no text.
    if (error instanceof Error && error.message.includes("'--codequality")) requireReportFile('');
    throw new SettingsError(usage);
  }
}

/** No other name than of a JSON file, or an article named by mistake would be overwritten. */
function requireReportFile(file: string): void {
  if (!/[^/\\]\.json$/i.test(file) || statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new SettingsError(
      `--codequality cần tên một tệp .json để ghi kết quả${file && `, không phải “${file}”`}: viết như --codequality gl-code-quality-report.json`,
    );
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new SettingsError(`Không có thư mục “${dirname(file)}” để ghi “${file}”: kiểm tra lại tên thư mục.`);
}

/** A filter for findings below the given paths; without paths it accepts all. */
function filterByPath(paths: readonly string[]): (finding: Finding) => boolean {
  const absolutePaths = paths.map((path) => resolve(path));
  return ({ path }) =>
    absolutePaths.length === 0 ||
    absolutePaths.some((parent) => resolve(path) === parent || resolve(path).startsWith(parent + sep));
}

async function check(ignoreSaved: boolean): Promise<void> {
  const { paths, fix, json, codequality, against, letGo } = readOptions();
  const settings = readSettings(process.env, new Date());
  const deployed = against ? readDeployedSite(against, letGo) : undefined;
  const isRequested = filterByPath(paths);
  // Never saved: a check changes nothing.
  const cache = BuildCache.open(settings, 'in-memory', { ignoreSaved });

  const checkAll = () => checkContent(settings, cache, { deployed, findsDuplicates: true });
  const checked = fix
    ? await checkAndFix(checkAll, isRequested, ({ path, line, column, description }) =>
        console.error(`Đã sửa ${path}:${line}:${column} · ${description}`),
      )
    : await checkAll();

  // Who names a draft wants to know whether it could be published.
  const named = new Set(paths.map((path) => resolve(path)));
  const isNamed = ({ path }: Finding) => named.has(resolve(path));
  const namedDraftErrors = checked.draftErrors.filter(isNamed).map(({ inDraft, ...found }) => found);
  const explain = (found: readonly Finding[]) => explainConflicts(found, settings.contentDir);
  const errors = explain([...checked.errors.filter(isRequested), ...namedDraftErrors]);
  const draftErrors = explain(checked.draftErrors.filter((found) => isRequested(found) && !isNamed(found)));
  const warnings = checked.warnings.filter(isRequested);
  const findings = [...errors, ...draftErrors, ...warnings];
  reportFindings(findings, json ? 'json' : undefined);
  // GitLab names the folder of the repository, which is not the program's where content has a repository of its own.
  if (codequality)
    await writeWhole(codequality, codeQualityReport(findings, process.env['CI_PROJECT_DIR'] || process.cwd()));
  const elsewhere = checked.errors.filter((found) => !isRequested(found)).length;
  console.error(
    `${errors.length > 0 ? `${errors.length} lỗi cần sửa` : 'Không có lỗi'}, ` +
      `${draftErrors.length > 0 ? `${draftErrors.length} lỗi trong bản nháp, ` : ''}${warnings.length} lưu ý` +
      `${elsewhere > 0 ? ` (và ${elsewhere} lỗi ở những tệp khác)` : ''}.`,
  );
  const content = checked.site?.context.content;
  const hidden =
    content &&
    hiddenSummary([...content.allArticles, ...content.allDocuments, ...content.allEvents], content.hiddenReason);
  if (hidden && !json) console.error(hidden);
  if (errors.length > 0) process.exitCode = 1;
}

/** Checks again with an empty cache if a file changed during the check, because what was read may be inconsistent. */
async function checkUntilConsistent(ignoreSaved = false): Promise<void> {
  try {
    await check(ignoreSaved);
  } catch (error) {
    const changed = findContentChangedError(error);
    if (!changed) throw error;
    console.error(`${changed.message}: kiểm tra lại từ đầu.`);
    await checkUntilConsistent(true);
  }
}

await checkUntilConsistent();
