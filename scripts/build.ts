import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runBuild } from '#site/build/run-build.ts';
import { type DeployedSite, readDeployedSite } from '#site/deployment/deployed-site.ts';
import { fetchDeployedSite } from '#site/deployment/fetch-deployed-site.ts';
import { noteBuild } from '#site/deployment/record-deployment.ts';
import { readSettings, type Settings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run build -- [--if-due] [--against …] [--let-go /địa-chỉ/]… [--strict]
  --if-due   chỉ dựng khi có bài đến hẹn
  --against  so với trang đã đăng: thư mục .cache/deployed, hay địa chỉ https://… của trang; địa chỉ đã đăng không được mất,
             và tệp có lỗi không chặn những tệp khác (khi ấy lệnh kết thúc bằng 3)
  --let-go   trừ những địa chỉ này: người quản trị cho bỏ
  --strict   có lỗi ở tệp nào cũng không dựng`;

/** Where the record of a deployment is kept that was fetched from the public site. */
const fetchedRecord = '.cache/deployed';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        ...{ 'if-due': { type: 'boolean' }, strict: { type: 'boolean' } },
        ...{ against: { type: 'string' }, 'let-go': { type: 'string', multiple: true } },
      },
    });
    return { ifDue: values['if-due'], against: values.against, letGo: values['let-go'] ?? [], strict: values.strict };
  } catch {
    throw new SettingsError(usage);
  }
}

/** Whether the built site must be built again by now; true if there is none. */
function isDue({ outputDir, now }: Settings): boolean {
  const file = join(outputDir, 'build.json');
  if (!existsSync(file)) return true;
  const { nextBuildAt } = z
    .object({ nextBuildAt: z.string().nullable() })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return nextBuildAt !== null && new Date(nextBuildAt) <= now;
}

async function main(): Promise<void> {
  const { ifDue, against, letGo, strict } = readOptions();
  const settings = readSettings(process.env, new Date());
  if (ifDue && !isDue(settings)) return;
  const isPublic = against !== undefined && /^https?:/.test(against);
  const record = isPublic ? fetchedRecord : against;
  if (isPublic) await fetchDeployedSite(against, fetchedRecord);
  const deployed: DeployedSite | undefined = record === undefined ? undefined : readDeployedSite(record, letGo);
  const result = await runBuild(settings, 'write-through', {
    deployed: deployed && strict ? withoutCommit(deployed) : deployed,
  });
  if (typeof result === 'string') process.exitCode = 1;
  else {
    if (record !== undefined) await noteBuild(record, settings, result.filesInError);
    if (result.filesInError.length > 0) process.exitCode = 3;
  }
}

/** With this, nothing that was deployed can stand in for a file in error. */
function withoutCommit({ commit: _, ...deployed }: DeployedSite): DeployedSite {
  return deployed;
}

await main();
