import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordDeployment } from '#site/deployment/record-deployment.ts';
import { readSettings, SettingsError } from '#site/settings.ts';

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0)
  throw new SettingsError(
    'Cách dùng: npm run record -- .cache/deployed\n  ghi lại rằng trang vừa dựng (npm run build -- --against .cache/deployed) đã đăng',
  );
const deployed = await recordDeployment(folder, readSettings(process.env, new Date()));
if (!deployed && !existsSync(join(folder, 'deployed.json')))
  throw new SettingsError(
    `Chưa ghi gì: chưa có lần dựng nào với bản ghi này. Chạy npm run build -- --against ${folder} trước.`,
  );
if (deployed && !deployed.commit)
  console.error(
    'LƯU Ý: nội dung khác với commit trong kho git, nên lần sau một tệp có lỗi sẽ chặn cả trang: commit những chỗ đã sửa.',
  );
