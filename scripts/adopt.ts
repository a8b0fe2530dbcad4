import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '#site/check/check-content.ts';
import { reportFindings } from '#site/check/report-findings.ts';
import { displayPath } from '#site/read/source-file.ts';
import { organisationFacts } from '#site/scaffold/organisation-facts.ts';
import { starterContent } from '#site/scaffold/starter-content.ts';
import { readSettings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run adopt -- THƯ-MỤC [--name "…"] [--short-name "…"] [--address "…"] [--telephone "…, …"]
                               [--email "…"] [--accent "#…"] [--logo tệp.png]
Viết nội dung đầu tiên cho trang của một tổ chức vào một thư mục mới. Không ghi gì thêm thì máy hỏi từng bước.`;

function readOptions() {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ name: string, 'short-name': string, address: string, telephone: string },
        ...{ email: string, accent: string, logo: string },
      },
    });
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0) throw new SettingsError(usage);
    return { given: values, folder: resolve(folder) };
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError(usage);
  }
}

async function adopt(): Promise<void> {
  const { given, folder } = readOptions();
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new SettingsError(`Thư mục ${folder} đã có tệp: chọn một thư mục mới, không gì bị viết đè.`);
  const { facts, logoFile } = await organisationFacts(
    given,
    given.name === undefined || given.address === undefined || process.stdin.isTTY,
  );

  // Complete or not there: what the check refuses is never left behind.
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  try {
    for (const [path, text] of starterContent(facts)) await writeNew(join(draft, path), text);
    if (logoFile) await copyFile(logoFile, join(draft, basename(logoFile)));
    const { errors, warnings } = await checkContent(readSettings({ CONTENT_DIR: draft }, new Date()));
    const shown = (path: string) => path.replace(displayPath(draft), displayPath(folder));
    reportFindings([...errors, ...warnings].map((found) => ({ ...found, path: shown(found.path) })));
    if (errors.length > 0) throw new SettingsError('Chưa tạo tệp nào: sửa những chỗ trên rồi chạy lại.');
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  console.log(`\nĐã viết nội dung đầu tiên vào ${folder}.
Việc tiếp theo:
  1. Xem thử: CONTENT_DIR="${folder}" npm start
  2. Sửa ${join(folder, 'pages', 'gioi-thieu.md')} và ${join(folder, 'site.yaml')}.
  3. Giữ thư mục ấy trong một kho git của mình, và đăng: docs/nang-cap.md.`);
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
}

await adopt();
