import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

/** The minified assets/css/site.css with its imports and font URLs below `base`; the same for every page. */
export async function stylesheet(base: string): Promise<string> {
  return (await bundleCss('site.css')).replaceAll('url(/chu/', `url(${base}/chu/`);
}

/** The minified style of an article that a reader saved as a file: assets/css/saved.css, which needs no other file. */
export function savedArticleStylesheet(): Promise<string> {
  return bundleCss('saved.css');
}

async function bundleCss(file: string): Promise<string> {
  const { bundleAsync } = await import('lightningcss');
  const { code } = await bundleAsync({ filename: join(projectRoot, 'assets', 'css', file), minify: true });
  return code.toString().trim();
}
