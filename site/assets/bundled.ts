import { join } from 'node:path';
import { root } from '#site/settings.ts';

/** Scripts of assets/js/ as one, minified; `texts` stand in the place of names that a script only declares. */
export async function bundled(
  entries: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    define: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)])),
    stdin: {
      contents: entries.map((entry) => `export * from './${entry}';`).join('\n'),
      resolveDir: join(root, 'assets', 'js'),
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
