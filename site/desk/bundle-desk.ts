import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { projectRoot } from '#site/settings.ts';
import { browserModules } from './browser-modules.ts';
import { changeCms } from './change-cms.ts';

/** Parts of the CMS that the desk does not use: maps, highlighting of code, rewriting of SVG, other languages. */
const unusedModules = /^(@shikijs\/|leaflet|terra-draw|svgo)|locales\/(?!vi\.json)[\w-]+\.json$/;

/**
 * Bundles the scripts of the desk into a folder below `parent`, unless they are there, and returns it; bundles of other
 * versions are deleted. `cmsFolder` holds the node_modules of the CMS, `version` identifies the sources.
 */
export async function bundleDesk(parent: string, cmsFolder: string, version: string): Promise<string> {
  const folder = join(parent, `scripts-${version}`);
  if (existsSync(folder)) return folder;
  const modules = join(cmsFolder, 'node_modules');
  const unfinished = mkdtempSync(join(parent, 'bundling-'));
  try {
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: projectRoot,
      entryPoints: ['desk/desk.ts'],
      outdir: unfinished,
      chunkNames: '[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      minify: true,
      charset: 'utf8',
      legalComments: 'none',
      nodePaths: [modules],
      loader: { '.css': 'text' },
      plugins: [withoutUnused(), changeCms(), browserModules()],
      logLevel: 'error',
    });
    const assets = join(modules, '@sveltia', 'cms', 'npm', 'assets');
    await cp(assets, join(unfinished, 'assets'), { recursive: true, filter: (file) => !file.endsWith('.map') });
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  for (const name of readdirSync(parent))
    if (name.startsWith('scripts-') && name !== `scripts-${version}`)
      rmSync(join(parent, name), { recursive: true, force: true });
  return folder;
}

/** Replaces unused modules by one empty module. */
function withoutUnused(): Plugin {
  return {
    name: 'without unused modules',
    setup(build) {
      build.onResolve({ filter: /^@shikijs|^leaflet|^terra-draw|^svgo|\.json$/ }, ({ path }) =>
        unusedModules.test(path) ? { path: 'empty', namespace: 'empty' } : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
    },
  };
}
