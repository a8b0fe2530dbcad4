import { parseArgs } from 'node:util';
import { buildIndex } from '#search/build-index.ts';
import { findMeantEntries } from '#search/find-meant-entries.ts';
import { SearchIndex } from '#search/search-index.ts';
import { checkContent } from '#site/check/check-content.ts';
import { searchAbbreviations } from '#site/search/index-files.ts';
import { searchEntries } from '#site/search/search-entries.ts';
import { readSettings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run search -- "từ khóa" [--all]
  --all  in mọi kết quả, không chỉ mười kết quả đầu`;

function readOptions(): { typed: string; all: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
    if (positionals.length > 0) return { typed: positionals.join(' '), all: values.all ?? false };
  } catch {}
  throw new SettingsError(usage);
}

/** Prints the search results that readers would get now to standard output: rank, address and title, one per line. */
async function searchContent(): Promise<void> {
  const { typed, all } = readOptions();
  const settings = readSettings(process.env, new Date());
  const { site, errors } = await checkContent(settings);
  if (!site) throw new SettingsError('Chưa đọc được nội dung: chạy “npm run check” để xem lỗi.');
  if (errors.length > 0)
    console.error(`Nội dung có ${errors.length} lỗi, tệp có lỗi có thể chưa được tìm: chạy “npm run check” để xem.`);
  const { content } = site.context;
  const entries = searchEntries(content);
  const files = new Map(buildIndex(entries, searchAbbreviations(content)));
  const searchIndex = await SearchIndex.open(async (name) => files.get(name) ?? new Uint8Array());
  const { total, found, corrected } = await findMeantEntries(searchIndex, typed, all ? entries.length : 10);
  // A reader that closes the pipe early, such as "head", ends the command.
  process.stdout.on('error', () => process.exit());
  if (corrected) console.error(`Kết quả cho “${corrected}”.`);
  for (const [index, { entry }] of found.entries())
    process.stdout.write(`${index + 1}  ${entry.address}  ${entry.title}\n`);
  if (total === 0) {
    console.error(`Không tìm thấy “${typed}”.`);
    process.exitCode = 1;
  }
}

await searchContent();
