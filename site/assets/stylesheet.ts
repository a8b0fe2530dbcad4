import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

/** The minified styles of assets/css with font URLs below `base`: of the home page, which has more, and of all others. */
export async function stylesheets(base: string): Promise<Record<'home' | 'page', string>> {
  const [page, home] = (await Promise.all(['site.css', 'home.css'].map(bundleCss))) as [string, string];
  const withBase = (css: string) => css.replaceAll('url(/chu/', `url(${base}/chu/`);
  return { page: withBase(page), home: withBase(home) };
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
