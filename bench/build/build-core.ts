import { type BuildStages, buildSite } from '#site/build/build-site.ts';
import { planSite } from '#site/build/plan-site.ts';
import { saveCache } from '#site/build/run-build.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { OutputRecord } from '#site/cache/output-record.ts';
import { readSettings } from '#site/settings.ts';
import { corePages } from './core-pages.ts';

// Builds only the core pages of a site: as scripts/build.ts does, but without related articles and a search index.
const stages: Partial<BuildStages> = {
  planSite: (site, cache, progress) => planSite({ ...site, pages: corePages(site) }, cache, progress, () => new Map()),
  buildSearchIndex: async () => ({ changed: [], unchanged: [] }),
};

const settings = readSettings(process.env, new Date());
const cache = BuildCache.open(settings, 'write-through');
await buildSite(settings, cache, new OutputRecord(), () => {}, stages);
saveCache(cache);
