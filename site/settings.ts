import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseVietnamDate } from '#vietnamese/date.ts';

/** The folder of this repository, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The options of every command, read once from the environment. */
export interface Settings {
  /** Absolute path. */
  readonly contentDir: string;
  /** Absolute path. */
  readonly outputDir: string;
  /** "https://example.org" or "http://localhost:8080", without a trailing slash. */
  readonly origin: string;
  /** "" or "/path", the prefix of every address. */
  readonly base: string;
  /** False while SITE_URL is unset: the pages are then marked `noindex`. */
  readonly hasPublicUrl: boolean;
  /** The time at which scheduled and expired content is judged. */
  readonly now: Date;
  /** Whether drafts and scheduled articles are visible, with a mark. */
  readonly preview: boolean;
  /** Absolute path of the build cache. */
  readonly cacheDir: string;
  /** Whether every text file gets a `.br` and a `.gz` next to it. */
  readonly precompress: boolean;
  /** Whether editors change the files of this machine at the editors' desk, as under `npm start`. */
  readonly hasLocalDesk: boolean;
}

/** An environment variable has an invalid value; the message is a Vietnamese sentence. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Settings from CONTENT_DIR, OUTPUT_DIR, MEMORY_DIR, SITE_URL, BUILD_TIME, PREVIEW and PRECOMPRESS; `now` is `clock`
 * unless BUILD_TIME is set. Throws a SettingsError.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, clock: Date): Settings {
  const contentDir = resolve(projectRoot, env['CONTENT_DIR'] || 'content');
  const outputDir = resolve(projectRoot, env['OUTPUT_DIR'] || '_site');
  for (const sourceDir of [contentDir, projectRoot])
    if (`${sourceDir}${sep}`.startsWith(`${outputDir}${sep}`))
      throw new SettingsError(
        `OUTPUT_DIR=${outputDir} chứa cả ${sourceDir}: chọn một thư mục riêng cho trang dựng xong.`,
      );
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
    hasPublicUrl: Boolean(env['SITE_URL']),
    now,
    preview: env['PREVIEW'] === '1',
    cacheDir: resolve(projectRoot, env['MEMORY_DIR'] || '.cache/memory'),
    precompress: env['PRECOMPRESS'] === '1',
    hasLocalDesk: false,
  };
}
