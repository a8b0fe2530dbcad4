import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { projectRoot } from '#site/settings.ts';
import { type CounterHost, sitemapXml, testAdminToken, testSiteUrl } from './counter-host.ts';

/** The bundled Worker, as `wrangler deploy` bundles it. */
export async function bundledWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, 'counter/workers/worker.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

let bundle: Promise<string> | undefined;

/** The deployed configuration. */
const configuration = JSON.parse(
  readFileSync(join(projectRoot, 'deploy/wrangler.jsonc'), 'utf8').replace(/^\s*\/\/.*$/gm, ''),
);

export interface WorkersHost extends CounterHost {
  /** The lines of the log. */
  readonly logged: readonly string[];
}

/** Runs the bundled Worker in workerd, with static assets and the storage of its objects in a folder. */
export async function workersHost(
  folder: string,
  bindings: Readonly<Record<string, string>>,
  { token = testAdminToken }: { token?: string } = {},
): Promise<WorkersHost> {
  const site = join(folder, 'site');
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'sitemap.xml'), sitemapXml);
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Trang</title>');
  writeFileSync(join(site, '404.html'), '<!doctype html><title>Không có</title>');
  bundle ??= bundledWorker();
  const logged: string[] = [];
  const collect = (stream: Readable) => createInterface(stream).on('line', (line) => logged.push(line));
  const miniflare = new Miniflare({
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      collect(stdout);
      collect(stderr);
    },
    host: '127.0.0.1',
    port: 0,
    modules: true,
    script: await bundle,
    compatibilityDate: configuration.compatibility_date,
    compatibilityFlags: configuration.compatibility_flags,
    bindings: { ...configuration.vars, SITE_URL: testSiteUrl, COUNTER_ADMIN_TOKEN: token, ...bindings },
    durableObjects: { SHARD: { className: 'Shard', useSQLite: true } },
    durableObjectsPersist: join(folder, 'objects'),
    assets: {
      directory: site,
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, static_routing: { user_worker: configuration.assets.run_worker_first } },
      assetConfig: { not_found_handling: configuration.assets.not_found_handling },
    },
  });
  const url = await miniflare.ready;
  return {
    port: Number(url.port),
    ipHeader: 'CF-Connecting-IP',
    logged,
    stop: () => miniflare.dispose(),
  };
}
