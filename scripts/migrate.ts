import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFormatProblem } from '#news/content-format.ts';
import { displayPath } from '#site/read/source-file.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { formatOf, migrateContent } from '#site/upgrade/migrate-content.ts';
import { migrations } from '#site/upgrade/migrations.ts';

async function migrate(): Promise<void> {
  if (process.argv.length > 2)
    throw new SettingsError(
      'Cách dùng: npm run migrate\nChuyển nội dung (content/, hay thư mục CONTENT_DIR) sang dạng mà chương trình này đọc.',
    );
  const { contentDir } = readSettings(process.env, new Date());
  if (!existsSync(join(contentDir, 'site.yaml')))
    throw new SettingsError(`Không thấy site.yaml trong ${contentDir}: đặt CONTENT_DIR là thư mục nội dung.`);
  const format = await formatOf(contentDir);
  const problem = contentFormatProblem(format);
  if (!problem) {
    console.log(`Nội dung đã ở dạng ${format}: không có gì phải chuyển.`);
    return;
  }
  const migrated = await migrateContent(contentDir, migrations);
  if (migrated.length === 0) throw new SettingsError(`${problem.wrong}: ${problem.remedy}.`);
  for (const { migration, paths } of migrated) {
    console.log(`Dạng ${migration.to}. ${migration.description}.`);
    for (const path of paths) console.log(`  đã đổi ${path}`);
    if (paths.length === 0) console.log('  không tệp nào phải đổi');
  }
  console.log(
    `Xong: ${displayPath(contentDir)} ở dạng ${await formatOf(contentDir)}. Xem lại bằng git diff, chạy npm run check, rồi commit.`,
  );
}

await migrate();
