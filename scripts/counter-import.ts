import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fetchFromCounter } from '#server/fetch-from-counter.ts';
import { type ImportBody, importIntoCounter } from '#server/import-into-counter.ts';
import { SettingsError } from '#site/settings.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { parseVietnamDate } from '#vietnamese/date.ts';

const usage = `Cách dùng: npm run counter:import -- so-dem.json              cộng số của tệp vào bộ đếm, mỗi tệp chỉ một lần
           npm run counter:import -- so-dem.json --replace    số của tệp thay cho số đang có
           npm run counter:import -- --carry 123456 --taken 2026-11-20    tổng lượt của trang cũ, và ngày ghi con số ấy`;

function readOptions() {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { carry: string, taken: string, replace: { type: 'boolean' } },
    });
    return { ...values, file: positionals[0] };
  } catch {
    throw new SettingsError(usage);
  }
}

/** The import of the old site's total; its fixed id lets it be imported only once. */
function carriedImport(visits: string, taken: string | undefined): ImportBody {
  if (!/^\d{1,12}$/.test(visits))
    throw new SettingsError(`--carry ${visits} không phải là một số: chỉ viết chữ số, như --carry 123456`);
  if (!taken || !/^\d{4}-\d\d-\d\d$/.test(taken) || !parseVietnamDate(taken))
    throw new SettingsError('Thiếu ngày ghi con số của trang cũ: thêm --taken 2026-11-20');
  return {
    mode: 'add',
    id: 'old-site',
    rows: [{ day: 'carried', path: '', n: Number(visits) }],
    carried: { visits: Number(visits), taken },
  };
}

async function fileImport(file: string, replace: boolean | undefined): Promise<ImportBody> {
  if (!existsSync(file)) throw new SettingsError(`Không có tệp ${file}.`);
  const text = await readFile(file, 'utf8');
  const exported = parseExport(text);
  if (!exported) throw new SettingsError(`${file} không phải là tệp của npm run counter:export.`);
  const { rows, carried, additions } = exported;
  const id = `export-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  return { ...(replace ? { mode: 'set' } : { mode: 'add', id }), rows, carried, additions };
}

function parseExport(text: string): { rows: unknown[]; carried?: unknown; additions?: unknown } | undefined {
  try {
    const parsed = JSON.parse(text);
    return Array.isArray(parsed?.rows) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

// Imports counts into the counter, the same file only once; after an interruption the same command goes on.
const { carry, taken, file, replace } = readOptions();
if ((carry === undefined) === (file === undefined)) throw new SettingsError(usage);
const body = carry !== undefined ? carriedImport(carry, taken) : await fileImport(file ?? '', replace);
const { applied, rows } = await importIntoCounter(body);
const { total } = (await fetchFromCounter('/')) as { total: number };
const result = applied ? `Đã nhập ${rows} dòng.` : 'Số này đã nhập từ trước, không cộng thêm.';
console.log(`${result} Bộ đếm nay có ${formatNumber(total)} lượt truy cập.`);
