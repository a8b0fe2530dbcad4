import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

/** Bundles and minifies scripts of assets/js/; `constants` replace the names that a script only declares. */
export async function bundleScripts(
  entries: readonly string[],
  constants: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    stdin: {
      contents: entries.map((entry) => `export * from './${entry}';`).join('\n'),
      resolveDir: join(projectRoot, 'assets', 'js'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
