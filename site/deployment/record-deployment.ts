import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { isEphemeralAddress } from '#news/address.ts';
import { projectRoot, type Settings, SettingsError } from '#site/settings.ts';
import { writeWhole } from '#site/write-whole.ts';
import { type FileInError, pathHash } from './deployed-content.ts';
import {
  type DeployedJson,
  type DeployedSite,
  deployedFile,
  deployedSchema,
  readDeployedSite,
  releasePeriod,
} from './deployed-site.ts';
import { sitemapAddresses } from './deployed-sitemaps.ts';
import { git, gitText } from './git.ts';

/** What a build writes into the record of the deployment for the time when its output has been deployed. */
const builtFile = 'built.json';
const builtSchema = deployedSchema.pick({ builtAt: true, olderForms: true, leftOut: true });

/** Notes in the record what a finished build showed. */
export async function noteBuild(
  folder: string,
  { now }: Pick<Settings, 'now'>,
  filesInError: readonly FileInError[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const built: z.output<typeof builtSchema> = {
    builtAt: now.toISOString(),
    olderForms: Object.fromEntries(
      filesInError.flatMap(({ path, restored }) => (restored ? [[path, restored.commit]] : [])),
    ),
    leftOut: filesInError.filter(({ restored }) => !restored).map(({ path }) => pathHash(path)),
  };
  await writeJson(join(folder, builtFile), built);
}

/**
 * Records that the output of the last noted build was deployed, in the folder of the record and in the output itself;
 * returns what it recorded, or undefined if nothing was built since. Throws a SettingsError.
 */
export async function recordDeployment(
  folder: string,
  { contentDir, outputDir, base }: Pick<Settings, 'contentDir' | 'outputDir' | 'base'>,
): Promise<DeployedJson | undefined> {
  const noted = join(folder, builtFile);
  if (!existsSync(noted)) return undefined;
  if (!existsSync(join(outputDir, 'sitemap.xml')))
    throw new SettingsError(`${outputDir} không có sitemap.xml: dựng trang trước (npm run build).`);
  const built = builtSchema.parse(JSON.parse(readFileSync(noted, 'utf8')));
  const before = readDeployedSite(folder);
  for (const name of sitemapsIn(folder)) rmSync(join(folder, name));
  for (const name of sitemapsIn(outputDir)) copyFileSync(join(outputDir, name), join(folder, name));
  const deployed: DeployedJson = {
    ...built,
    ...commits(contentDir),
    firstDeployed: firstDeployed(before, readDeployedSite(folder), base, built.builtAt),
  };
  for (const place of [folder, outputDir]) await writeJson(join(place, deployedFile), deployed);
  rmSync(noted);
  return deployed;
}

/** The addresses that were deployed for the first time less than a day ago, and when. */
function firstDeployed(
  before: DeployedSite | undefined,
  after: DeployedSite | undefined,
  base: string,
  now: string,
): DeployedJson['firstDeployed'] {
  // What was there before the first record may have been there for years.
  if (!before) return {};
  const known = new Set(addressesOf(before, base));
  const isRecent = (first: string) => Date.parse(now) - Date.parse(first) < releasePeriod;
  return Object.fromEntries(
    addressesOf(after, base).flatMap((address) => {
      const first = before.firstDeployed?.[address] ?? (known.has(address) ? undefined : now);
      return first !== undefined && isRecent(first) && !isEphemeralAddress(address) ? [[address, first]] : [];
    }),
  );
}

function addressesOf(site: DeployedSite | undefined, base: string): string[] {
  return (site?.sitemaps ?? []).flatMap(({ sitemap }) => sitemapAddresses(sitemap, base).map(({ address }) => address));
}

function sitemapsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^sitemap(-\d+)?\.xml$/.test(name));
}

/** The commits that content and program are at; none for content that differs from its commit. */
function commits(contentDir: string): Pick<DeployedJson, 'commit' | 'programCommit'> {
  const [commit, program] = [contentDir, projectRoot].map((folder) => gitText(folder, 'rev-parse', 'HEAD'));
  const isCommitted = commit !== undefined && git(contentDir, 'diff', '--quiet', 'HEAD', '--', '.') !== undefined;
  return {
    ...(isCommitted && { commit }),
    ...(program !== undefined && program !== commit && { programCommit: program }),
  };
}

function writeJson(file: string, content: object): Promise<void> {
  return writeWhole(file, `${JSON.stringify(content, undefined, 1)}\n`);
}
