import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SettingsError } from '#site/settings.ts';
import { type DeployedSitemap, deployedSitemaps } from './deployed-sitemaps.ts';

/** The file that says what was deployed, in the record of the deployment and, for everyone, in the output folder. */
export const deployedFile = 'deployed.json';

/** In ms: a younger address may disappear, since hardly anyone knows it and it may have been a mistake. */
export const releasePeriod = 24 * 60 * 60 * 1000;

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const instant = z.iso.datetime();

/** The content of `deployedFile`; times are ISO 8601 in UTC. */
export const deployedSchema = z.object({
  /** The time at which the build judged what is published. */
  builtAt: instant,
  /** The commit of the content; absent if its files differed from every commit. */
  commit: commit.optional(),
  /** The commit of the program, if that is in another repository. */
  programCommit: commit.optional(),
  /** Files of content/ that had an error then: the commit of the older form that was built in their place. */
  olderForms: z.record(z.string(), commit).default({}),
  /** Files that were left out because of an error: SHA-256 of their paths, since their names are not public. */
  leftOut: z.array(z.string()).default([]),
  /** Addresses deployed for the first time less than a day before, and when. */
  firstDeployed: z.record(z.string(), instant).default({}),
});

export type DeployedJson = z.output<typeof deployedSchema>;

/** What was deployed last. */
export interface DeployedSite extends Partial<DeployedJson> {
  readonly sitemaps: readonly DeployedSitemap[];
  /** The addresses that an operator gave up. */
  readonly letGo: readonly string[];
}

/**
 * Reads what was deployed last: the record of a deployment (a folder with sitemap.xml and `deployedFile`), or a sitemap
 * alone; a folder without a sitemap tells of no deployment: undefined. Throws a SettingsError.
 */
export function readDeployedSite(path: string, letGo: readonly string[] = []): DeployedSite | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats)
    throw new SettingsError(
      `Không thấy “${path}”: kiểm tra lại tên tệp, tên thư mục. Lần đầu thì tạo thư mục ấy rồi chạy lại: mkdir -p ${path}`,
    );
  if (!stats.isDirectory()) return { sitemaps: deployedSitemaps(path), letGo };
  const sitemap = join(path, 'sitemap.xml');
  if (!existsSync(sitemap)) return undefined;
  return { ...readDeployedJson(join(path, deployedFile)), sitemaps: deployedSitemaps(sitemap), letGo };
}

/** Nothing where there is no such file, as after deployments by earlier versions. */
function readDeployedJson(file: string): Partial<DeployedJson> {
  if (!existsSync(file)) return {};
  try {
    return deployedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new SettingsError(`${file} hỏng, không đọc được: xóa tệp ấy rồi chạy lại.`);
  }
}
