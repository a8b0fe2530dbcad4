import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ColorScheme, SiteColors } from '#news/site-colors.ts';
import { projectRoot } from '#site/settings.ts';

/** The minified styles of pages, each from the file of its name in assets/css, with font URLs below `base`. */
export async function stylesheets(colors: SiteColors, base: string): Promise<Record<'home' | 'item' | 'page', string>> {
  const withBase = async (name: string) =>
    (await bundleCss(`${name}.css`, colors)).replaceAll('url(/chu/', `url(${base}/chu/`);
  const [home, item, page] = await Promise.all([withBase('home'), withBase('item'), withBase('page')]);
  return { home, item, page };
}

/** The minified style of all pages together, for copies of the site. */
export function completeStylesheet(colors: SiteColors): Promise<string> {
  return bundleCss('all.css', colors);
}

/** The minified style of an article that a reader saved as a file: assets/css/saved.css, which needs no other file. */
export function savedArticleStylesheet(colors: SiteColors): Promise<string> {
  return bundleCss('saved.css', colors);
}

/** Bundles a file of assets/css; tokens.css gets the colours, which no CSS file has. */
async function bundleCss(file: string, colors: SiteColors): Promise<string> {
  const { bundleAsync } = await import('lightningcss');
  const { code } = await bundleAsync({
    filename: join(projectRoot, 'assets', 'css', file),
    minify: true,
    resolver: {
      read: async (path) => {
        const css = await readFile(path, 'utf8');
        return basename(path) === 'tokens.css' ? `${css}${colorTokens(colors)}` : css;
      },
    },
  });
  return code.toString().trim();
}

function colorTokens({ light, dark }: SiteColors): string {
  const properties = (scheme: ColorScheme) =>
    Object.entries(scheme)
      .map(([name, color]) => `--${name}:${color};`)
      .join('');
  return `:root{${properties(light)}}@media (prefers-color-scheme:dark){:root{${properties(dark)}}}`;
}
