import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

/** The minified styles of pages, each from the file of its name in assets/css, with font URLs below `base`. */
export async function stylesheets(base: string): Promise<Record<'home' | 'item' | 'page', string>> {
  const withBase = async (name: string) => (await bundleCss(`${name}.css`)).replaceAll('url(/chu/', `url(${base}/chu/`);
  const [home, item, page] = await Promise.all([withBase('home'), withBase('item'), withBase('page')]);
  return { home, item, page };
}

/** The minified style of all pages together, for copies of the site. */
export function completeStylesheet(): Promise<string> {
  return bundleCss('all.css');
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
