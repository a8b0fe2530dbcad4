import { join } from 'node:path';
import { bundleAsync } from 'lightningcss';
import { root } from './settings.ts';

/** assets/css/site.css with its imports, minified; the same bytes for every page. `{base}` in font addresses is filled in. */
export async function stylesheet(base: string): Promise<string> {
  const { code } = await bundleAsync({ filename: join(root, 'assets', 'css', 'site.css'), minify: true });
  return code.toString().replaceAll('url(/chu/', `url(${base}/chu/`).trim();
}
