import { flushCompileCache } from 'node:module';
import { BuildCache, type CacheMode, lockFile } from '#site/cache/build-cache.ts';
import { oneAtATime } from '#site/cache/one-at-a-time.ts';
import { OutputRecord } from '#site/cache/output-record.ts';
import { withWritableCache } from '#site/cache/with-writable-cache.ts';
import { formatReport } from '#site/check/format-report.ts';
import { readCheckedSite } from '#site/check/read-checked-site.ts';
import { reportFindings } from '#site/check/report-findings.ts';
import type { DeployedSite } from '#site/deployment/deployed-site.ts';
import { ContentError, formatFinding } from '#site/finding.ts';
import { findContentChangedError } from '#site/read/content-changed-error.ts';
import { type Settings, SettingsError } from '#site/settings.ts';
import { isoInstant } from '#vietnamese/date.ts';
import { type BuildResult, buildSite } from './build-site.ts';
import { filesInErrorSummary, filesInErrorText } from './files-in-error-text.ts';
import { newWarnings } from './new-warnings.ts';

const terminal = process.stderr.isTTY && !process.env['CI'];

function progress(step: string, done: number, all: number): void {
  if (terminal && (done % 25 === 0 || done === all)) process.stderr.write(`\r\u001B[K${step}: ${done}/${all}`);
  if (terminal && done === all) process.stderr.write('\r\u001B[K');
}

function waiting(): void {
  console.error('Một lần dựng khác đang làm trong thư mục này; chờ nó xong.');
}

/** What a build continues from. */
export interface BuildOptions {
  /** What earlier builds of this process left in the output. */
  readonly output?: OutputRecord;
  /** Gives the cache of the last build. */
  readonly openCache?: (settings: Settings) => BuildCache;
  /** What was deployed last: then a file in error does not stop the others. */
  readonly deployed?: DeployedSite | undefined;
}

/** Builds the site and prints the result; returns it, or the error messages if the build failed. */
export async function runBuild(
  given: Settings,
  mode: CacheMode,
  {
    output = new OutputRecord(),
    openCache = (settings) => BuildCache.open(settings, mode),
    deployed,
  }: BuildOptions = {},
): Promise<BuildResult | string> {
  const started = performance.now();
  const settings = withWritableCache(given);
  if (settings !== given)
    console.error(`Không ghi được vào ${given.cacheDir}: lần dựng này nhớ ở ${settings.cacheDir}.`);
  try {
    return await oneAtATime(lockFile(settings), waiting, async () => {
      const cache = openCache(settings);
      try {
        const result = await buildSite(settings, cache, output, progress, {
          readCheckedSite: () => readCheckedSite(settings, cache, deployed),
        });
        printResult(result, newWarnings(result.warnings, cache), settings, performance.now() - started);
        if (mode === 'write-through') saveCache(cache);
        return result;
      } catch (error) {
        cache.discard();
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof ContentError) {
      reportFindings(error.findings);
      for (const found of error.remaining) console.error(`Chặn cả trang: ${formatFinding(found)}`);
      console.error(`Không dựng trang: có ${error.findings.length} lỗi cần sửa (ở trên). Trang cũ vẫn nguyên.`);
      return formatReport(error.findings, 'lines');
    }
    const changed = findContentChangedError(error);
    if (changed) {
      console.error(`${changed.message}: dựng lại từ đầu.`);
      output.forget();
      const openEmpty = () => BuildCache.open(settings, mode, { ignoreSaved: true });
      return runBuild(settings, mode, { output, openCache: openEmpty, deployed });
    }
    if (error instanceof SettingsError) console.error(error.message);
    else console.error(error);
    return String(error);
  }
}

/** Saves the cache of a build for the next process; an error is printed, because the built site is not affected. */
export function saveCache(cache: BuildCache): void {
  try {
    cache.save();
    // Node does this when a process exits by itself, but not when it is killed, as the child process of npm start is.
    flushCompileCache();
  } catch (error) {
    console.error(`Không ghi được bộ nhớ, nên lần sau có thể dựng lâu hơn (${error}).`);
  }
}

function printResult(
  result: BuildResult,
  { told, known }: ReturnType<typeof newWarnings>,
  settings: Settings,
  ms: number,
): void {
  const {
    draftErrors,
    warnings,
    pictureCount: pictures,
    nextBuildAt,
    pageCount: pages,
    rendered,
    discardReason,
    errors,
    filesInError,
  } = result;
  if (filesInError.length > 0) console.error(filesInErrorText(filesInError));
  if (discardReason) console.error(`Dựng lại toàn bộ: ${discardReason}.`);
  reportFindings([...errors, ...draftErrors, ...told]);
  if (known > 0) console.error(`Còn ${known} lưu ý như lần trước; xem hết: npm run check`);
  if (!settings.hasPublicUrl)
    console.error(
      'LƯU Ý: chưa đặt SITE_URL, nên trang mang địa chỉ localhost và xin máy tìm kiếm đừng ghi. Trước khi đưa lên mạng: SITE_URL=https://địa-chỉ-thật npm run build',
    );
  if (nextBuildAt)
    console.error(`Cần dựng lại lúc ${isoInstant(nextBuildAt)}: có bài đến hẹn, hết hạn, hoặc không còn là tin mới.`);
  const seconds = (ms / 1000).toFixed(1).replace('.', ',');
  console.log(
    `Xong: ${pages} trang (${rendered} trang in lại), ${pictures} ảnh, ${seconds} giây, ${warnings.length} lưu ý → ${settings.outputDir}${filesInErrorSummary(filesInError)}`,
  );
}
