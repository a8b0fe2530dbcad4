import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { browserModules } from '#site/desk/browser-modules.ts';
import { projectRoot } from '#site/settings.ts';

/** Some modules of desk/ in one bundle for browsers, minified. */
export async function bundleForBrowsers(entries: readonly string[], external: readonly string[] = []) {
  const { outputFiles } = await build({
    stdin: { contents: entries.map((entry) => `export * from './${entry}';`).join('\n'), resolveDir: projectRoot },
    ...{ bundle: true, minify: true, platform: 'browser', format: 'esm', target: 'es2022', charset: 'utf8' },
    ...{ write: false, external: [...external], plugins: [browserModules()] },
  });
  return outputFiles[0]?.text ?? '';
}

/** Imports such a bundle in Node, which has no parser of HTML: a package that needs one is that of Node. */
export async function importForBrowsers<Module>(folder: string, entries: readonly string[]): Promise<Module> {
  const file = join(folder, 'bundle.mjs');
  const nodeRequire = `import { createRequire } from 'node:module';const require = createRequire('${pathToFileURL(join(projectRoot, 'package.json'))}');\n`;
  writeFileSync(file, nodeRequire + (await bundleForBrowsers(entries, ['turndown'])));
  return import(pathToFileURL(file).href);
}
