import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isReachableByHub } from '#news/announcement.ts';
import { announceFeeds } from '#server/announce/announce-feeds.ts';
import { builtFeeds } from '#server/announce/built-feeds.ts';
import { projectRoot, readSettings, SettingsError } from '#site/settings.ts';

const usage = `Cách dùng: npm run announce -- [--no-look]   chạy sau khi đã đưa trang lên mạng
  --no-look  không xem trang đang chạy đã có bản mới chưa; dùng khi máy này không mở được trang`;

/** In ms; a hub responds before it fetches the feed. */
const timeout = 10_000;

function readOptions(): { look: boolean } {
  try {
    const { values } = parseArgs({ allowNegative: true, options: { look: { type: 'boolean', default: true } } });
    return { look: values.look };
  } catch {
    throw new SettingsError(usage);
  }
}

// Announces changed feeds of the built site to the hub in content/site.yaml (WebSub): subscribers need not poll.
async function main(): Promise<void> {
  const { look } = readOptions();
  const { outputDir } = readSettings(process.env, new Date());
  if (!existsSync(join(outputDir, 'build.json')))
    throw new SettingsError(`Chưa có trang nào trong ${outputDir}: dựng trang trước (npm run build).`);
  const feeds = builtFeeds(outputDir);
  if (feeds.length === 0) {
    console.log('Trang không dùng máy báo tin (không có dòng hub trong site.yaml): không phải báo gì.');
    return;
  }
  const unreachable = feeds.find((feed) => !isReachableByHub(feed));
  if (unreachable)
    throw new SettingsError(
      `Trang mang địa chỉ ${new URL(unreachable.url).origin}, máy báo tin không mở được: dựng lại với SITE_URL=https://địa-chỉ-thật npm run build`,
    );
  const stateFile = resolve(projectRoot, process.env['ANNOUNCE_STATE'] || join('.cache', 'announced.json'));
  if (!(await announceFeeds(feeds, { stateFile, timeout, verifyDeployed: look }))) process.exitCode = 1;
}

await main();
