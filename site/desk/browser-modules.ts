import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { projectRoot } from '#site/settings.ts';

/** What stands in browsers in the place of modules of Node and of packages: files of desk/node/. */
const replacements: Readonly<Record<string, string>> = {
  'node:crypto': 'crypto.ts',
  'node:fs': 'fs.ts',
  fs: 'fs.ts',
  'node:path': 'path.ts',
  'node:url': 'url.ts',
  'js-yaml': 'js-yaml.ts',
  zod: 'zod.ts',
};

/**
 * Modules of which the desk calls nothing, though its own import them: those of builds, and the parser of the style
 * attributes that `sanitizeBody` refuses.
 */
const unused = [
  ...['node:fs/promises', 'esbuild', 'lightningcss', 'sharp', '@11ty/eleventy-img', './picture-variants.ts'],
  'postcss',
];

/** The plugin of esbuild with which the modules of the site are bundled for browsers. */
export function browserModules(): Plugin {
  const folder = join(projectRoot, 'desk', 'node');
  return {
    name: 'browser-modules',
    setup({ initialOptions, onResolve, onLoad }) {
      initialOptions.inject = [...(initialOptions.inject ?? []), join(folder, 'globals.ts')];
      const names = Object.keys(replacements).join('|');
      onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path, importer }) => {
        const file = join(folder, replacements[path] ?? '');
        return importer === file ? undefined : { path: file };
      });
      onResolve({ filter: new RegExp(`^(${unused.join('|').replaceAll('.', '\\.')})$`) }, ({ path, kind }) =>
        // An import on demand would otherwise become a file of its own.
        kind === 'dynamic-import' ? { path, external: true } : { path, namespace: 'unused', sideEffects: false },
      );
      onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
      // A global Buffer would tell other packages that they run in Node. The original text of a file, which this one keeps
      // in a Buffer, is asked for by nobody.
      onLoad({ filter: /gray-matter[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace('Buffer.from(input)', 'input'),
      }));
      onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
        contents: forBrowsers(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/**
 * A source file as esbuild can reduce it to what is used: a package that is required becomes a part of the bundle, and
 * the whole of zod would contain its messages in fifty languages.
 */
function forBrowsers(source: string): string {
  return source
    .replace(/^import \{ createRequire \} from 'node:module';\n/m, '')
    .replace(/^const require = createRequire\(import\.meta\.url\);\n/m, '')
    .replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';");
}
