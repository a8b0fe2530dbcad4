import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { projectRoot } from '#site/settings.ts';
import { browserModules } from './browser-modules.ts';
import { cmsTexts } from './cms-texts.ts';

/** Parts of the CMS that the desk does not use: maps, highlighting of code, rewriting of SVG, other languages. */
const unusedModules = /^(@shikijs\/|leaflet|terra-draw|svgo)|locales\/(?!vi\.json)[\w-]+\.json$/;

/** Fonts that the CMS would ask another host for, though it brings them; if their number is another, look again. */
const foreignFonts = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)[^)"'`\s]+/g;
const foreignFontCount = 3;

/**
 * Where the CMS looks for a file that an item names: beside the item, but not in the folder with its name, where it saves
 * the file itself. The item is at the path `d`, and `h` is the name.
 */
const fileLookup = /(g=\w+\(\w+\(\[p,l,h\]\)\);return )(\w+\(\)\.get)\(g\)\}/;

/** Where the CMS asks for the state of its host and for newer versions of itself. */
const foreignQuestions =
  /https:\/\/(www\.githubstatus\.com\/api\/v2\/status\.json|status-api\.hostedstatus\.com\/[\w./]+|unpkg\.com\/@sveltia\/cms)/g;

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
      plugins: [withoutUnused(), changedCms(), withOurTexts(), browserModules()],
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

/**
 * Removes the addresses of other hosts that the CMS would request, and lets it find the files of an item. Throws an Error
 * if its source is another than is known.
 */
function changedCms(): Plugin {
  return {
    name: 'changed CMS',
    setup(build) {
      build.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const { length } = source.match(foreignFonts) ?? [];
        if (length !== foreignFontCount) throw new Error(`The CMS names ${length ?? 0} fonts of another host.`);
        const fonts = (await readdir(join(dirname(path), 'assets'))).filter((name) => name.endsWith('.woff2'));
        if (!fileLookup.test(source)) throw new Error('The CMS looks for the files of an item in another way.');
        const contents = source
          .replace(foreignFonts, (_, font) => `assets/${fonts.find((name) => name.startsWith(`${font}-`)) ?? ''}`)
          .replace(foreignQuestions, 'data:,')
          .replace(fileLookup, (_, before, get) => `${before}${get}(g)??${get}(d.replace(/\\.md$/,"/"+h))}`);
        return { contents };
      });
    },
  };
}

/** Replaces the texts of cmsTexts. Throws an Error for one that the CMS does not have. */
function withOurTexts(): Plugin {
  return {
    name: 'with our texts',
    setup(build) {
      build.onLoad({ filter: /@sveltia[\\/]cms[\\/]locales[\\/]vi\.json$/ }, async ({ path }) => {
        const texts = JSON.parse(await readFile(path, 'utf8'));
        const english = JSON.parse(await readFile(path.replace(/vi\.json$/, 'en-US.json'), 'utf8'));
        for (const [key, text] of Object.entries(cmsTexts)) {
          const names = key.split('.');
          const last = names.pop() ?? '';
          if (typeof names.reduce((group, name) => group?.[name], english)?.[last] !== 'string')
            throw new Error(`The CMS has no text ${key}.`);
          names.reduce((group, name) => (group[name] ??= {}), texts)[last] = text;
        }
        return { contents: JSON.stringify(texts), loader: 'json' };
      });
    },
  };
}
