import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '#site/check/check-content.ts';
import { pageFile } from '#site/pages/page.ts';
import { readSettings } from '#site/settings.ts';
import { runScript } from '../fixtures/run-script.ts';
import type { KindWeight } from '../report/bench-results.ts';
import { percentile } from '../report/percentile.ts';
import { ownBuild } from './own-build.ts';
import { pageWeight } from './page-weight.ts';

/** Builds a content folder and measures the weight of its pages by kind. */
export async function measurePageWeights(folder: string, name: string, content: string): Promise<KindWeight[]> {
  const { env, output } = ownBuild(folder, name, content);
  const { status, stdout, stderr } = runScript('build', env);
  if (status !== 0) throw new Error(stdout + stderr);
  const settings = readSettings(env, new Date());
  const { site } = await checkContent(settings);
  if (!site) throw new Error(`${content} cannot be read.`);
  const kinds: [kind: string, pages: readonly { readonly address: string }[]][] = Object.entries(site.pages);
  return kinds.flatMap(([kind, pages]) => {
    const addresses = pages.map(({ address }) => address).filter((address) => pageFile(address).endsWith('.html'));
    const weights = addresses.map((address) =>
      pageWeight(readFileSync(join(output, pageFile(address)), 'utf8'), settings.origin + address),
    );
    if (weights.length === 0) return [];
    const bytes = weights.map((weight) => weight.bytes);
    return {
      kind,
      pages: weights.length,
      median: percentile(bytes, 0.5),
      heaviest: Math.max(...bytes),
      blocking: Math.max(...weights.map(({ blocking }) => blocking)),
      thirdParty: Math.max(...weights.map(({ thirdParty }) => thirdParty)),
    };
  });
}
