import { join } from 'node:path';
import { fixtureEveryState, fixtureNewsroom, run } from './run-build.ts';

/** The content of the sites that tests look at. The union's own is what a build takes without being told. */
const contents = { newsroom: fixtureNewsroom, union: 'content', 'every-state': fixtureEveryState };

export type FixtureSite = keyof typeof contents;

/** Builds each of them for real, as a public site, and says in which folder it lies. */
export function buildFixtureSites(
  folder: string,
  knobs: Readonly<Record<string, string>> = {},
): Readonly<Record<FixtureSite, string>> {
  const built = (site: FixtureSite) => {
    const output = join(folder, site);
    const place = { CONTENT_DIR: contents[site], OUTPUT_DIR: output, SITE_URL: 'https://example.org' };
    const { status, stdout, stderr } = run('build', { ...knobs, ...place });
    if (status !== 0) throw new Error(stdout + stderr);
    return output;
  };
  return { newsroom: built('newsroom'), union: built('union'), 'every-state': built('every-state') };
}
