import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseVietnamDate } from '#vietnamese/date.ts';

/** The folder of this repository. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The knobs of every command, read once from the environment. */
export interface Settings {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute. */
  readonly outputDir: string;
  /** "https://example.org" or "http://localhost:8080", no slash at the end. */
  readonly origin: string;
  /** "" or "/path", what stands before every address. */
  readonly base: string;
  /** False while SITE_URL is unset: the pages then ask not to be indexed. */
  readonly public: boolean;
  /** What counts as now for dates to come and to end. */
  readonly now: Date;
  /** Drafts and scheduled articles are shown, marked. */
  readonly preview: boolean;
  /** Absolute; where a build keeps what the next one can use. */
  readonly memoryDir: string;
  /** A `.br` and a `.gz` stand beside every text file. */
  readonly precompress: boolean;
  /** Only the pages that any newspaper has are made: what the bench compares with other programs. */
  readonly core: boolean;
}

/** A knob set to something it cannot be; the message is a Vietnamese sentence. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Settings from CONTENT_DIR, OUTPUT_DIR, MEMORY_DIR, SITE_URL, BUILD_TIME, PREVIEW, PRECOMPRESS and CORE_ONLY; `clock` is now unless BUILD_TIME fixes it. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, clock: Date): Settings {
  const contentDir = resolve(root, env['CONTENT_DIR'] || 'content');
  const outputDir = resolve(root, env['OUTPUT_DIR'] || '_site');
  for (const kept of [contentDir, root])
    if (`${kept}${sep}`.startsWith(`${outputDir}${sep}`))
      throw new SettingsError(`OUTPUT_DIR=${outputDir} chứa cả ${kept}: chọn một thư mục riêng cho trang dựng xong.`);
  if (`${outputDir}${sep}`.startsWith(`${contentDir}${sep}`))
    throw new SettingsError(`OUTPUT_DIR=${outputDir} nằm trong thư mục nội dung: chọn một thư mục ở ngoài.`);

  const siteUrl = env['SITE_URL'] || 'http://localhost:8080';
  if (!URL.canParse(siteUrl) || !/^https?:$/.test(new URL(siteUrl).protocol))
    throw new SettingsError(`SITE_URL=${siteUrl} không phải là địa chỉ trang: viết như SITE_URL=https://vi-du.vn`);
  const { origin, pathname } = new URL(siteUrl);

  const buildTime = env['BUILD_TIME'];
  const now = buildTime ? parseVietnamDate(buildTime) : clock;
  if (!now)
    throw new SettingsError(`BUILD_TIME=${buildTime} không phải là thời điểm: viết như 2026-11-23T08:00:00+07:00`);

  return {
    contentDir,
    outputDir,
    origin,
    base: pathname.replace(/\/+$/, ''),
    public: Boolean(env['SITE_URL']),
    now,
    preview: env['PREVIEW'] === '1',
    memoryDir: resolve(root, env['MEMORY_DIR'] || '.cache/memory'),
    precompress: env['PRECOMPRESS'] === '1',
    core: env['CORE_ONLY'] === '1',
  };
}
