import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { snapshotSchema } from '#news/visit-statistics.ts';
import { fetchFromCounter } from '#server/fetch-from-counter.ts';
import { displayPath } from '#site/read/source-file.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { isoDay } from '#vietnamese/date.ts';

// Saves the counter's statistics in content/statistics/, one file per month; builds read these files, not the counter.
const folder = join(readSettings(process.env, new Date()).contentDir, 'statistics');
const response = await fetchFromCounter('/all', { admin: Boolean(process.env['COUNTER_ADMIN_TOKEN']) });
const checked = snapshotSchema.safeParse(response);
if (!checked.success) throw new SettingsError(`Bộ đếm trả lời sai dạng: ${checked.error.issues[0]?.message}`);
const { at, total } = checked.data;
const day = isoDay(at);

const files = existsSync(folder) ? (await Array.fromAsync(glob('????-??-??.json', { cwd: folder }))).sort() : [];
const last = files.at(-1);
const previous = last
  ? snapshotSchema.safeParse(JSON.parse(await readFile(join(folder, last), 'utf8'))).data
  : undefined;
if (previous && total < previous.total && !process.argv.includes('--force'))
  throw new SettingsError(
    `Bộ đếm có ${formatNumber(total)} lượt, ít hơn ${formatNumber(previous.total)} lượt của ${last}: có phải gọi nhầm bộ đếm, hoặc bộ đếm mất số liệu? Vẫn muốn ghi thì thêm -- --force`,
  );

const file = join(folder, `${day}.json`);
await mkdir(folder, { recursive: true });
await writeFile(`${file}.new`, `${JSON.stringify(response, null, 1)}\n`);
await rename(`${file}.new`, file);
// The last file of a month is enough: it contains the preceding 400 days.
for (const old of files) if (old.slice(0, 7) === day.slice(0, 7) && old < `${day}.json`) await rm(join(folder, old));
console.log(`Đã ghi ${displayPath(file)}: ${formatNumber(total)} lượt truy cập.`);
