import { join } from 'node:path';
import { root } from '#site/settings.ts';

/** assets/css/site.css with its imports, minified; the same bytes for every page. `{base}` in font addresses is filled in. */
export async function stylesheet(base: string): Promise<string> {
  return (await minified('site.css')).replaceAll('url(/chu/', `url(${base}/chu/`);
}

/** The style of an article that a reader saves: assets/css/saved.css, which needs no other file. */
export function savedStylesheet(): Promise<string> {
  return minified('saved.css');
}

async function minified(sheet: string): Promise<string> {
  const { bundleAsync } = await import('lightningcss');
  const { code } = await bundleAsync({ filename: join(root, 'assets', 'css', sheet), minify: true });
  return code.toString().trim();
}
