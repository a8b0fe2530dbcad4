import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ColorScheme, SiteColors } from '#news/site-colors.ts';
import { projectRoot } from '#site/settings.ts';

/** The minified style of all pages together. */
export function completeStylesheet(colors: SiteColors): Promise<string> {
  return bundleCss('all.css', colors);
}

/** The minified style of an article that a reader saved as a file: assets/css/saved.css, which needs no other file. */
export function savedArticleStylesheet(colors: SiteColors): Promise<string> {
  return bundleCss('saved.css', colors);
}

/** The minified style of what a script draws, which the script adds: a file of assets/css. */
export function scriptStylesheet(name: 'listening' | 'viewer', colors: SiteColors): Promise<string> {
  return bundleCss(`${name}.css`, colors);
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
