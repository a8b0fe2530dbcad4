import { join } from 'node:path';
import { build } from 'esbuild';
import { savedPolicy } from './headers.ts';
import { redirectAddresses } from './redirects/redirect-files.ts';
import { root } from './settings.ts';
import { savedStylesheet } from './stylesheet.ts';

/**
 * A file of the site that is no page: written from bytes or copied. While its key is the same, so are its bytes; one
 * without a key is written at every build.
 */
export type StaticFile = { readonly address: string; readonly source: string; readonly key?: string } & (
  | { readonly bytes: Uint8Array | string }
  | { readonly from: string }
);

/** Scripts of assets/js/ as one, minified; `texts` stand in the place of names that a script only declares. */
export async function bundled(
  entries: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): Promise<string> {
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

/** The inline script that restores the text size and contrast a reader chose before the first paint, minified. */
export async function choicesScript(): Promise<string> {
  return (await bundled(['restore-choices.ts'])).trim();
}

export const searchScriptAddress = '/tim-kiem.js';
export const registerScriptAddress = '/van-ban.js';
export const galleryScriptAddress = '/bo-anh.js';
export const nearbyScriptAddress = '/gan-giong.js';

const scripts = [
  { address: searchScriptAddress, entry: 'search.ts' },
  { address: '/tim-kiem-tho.js', entry: 'search-worker.ts' },
  { address: registerScriptAddress, entry: 'document-register.ts' },
  { address: galleryScriptAddress, entry: 'gallery.ts' },
  { address: nearbyScriptAddress, entry: 'nearby.ts' },
  { address: '/dia-chi-cu.js', entry: 'old-address.ts' },
  { address: '/luu-bai.js', entry: 'save-article.ts' },
  { address: '/ma-qr.js', entry: 'print-code.ts' },
  { address: '/doc-bai.js', entry: 'read-aloud.ts' },
];

const fontsFolder = '/chu/';
const fontFiles = ['vietnamese', 'latin'].map((subset) => `source-serif-4-${subset}-700-normal.woff2`);

/** The fonts of the headings. */
export const fontAddresses = fontFiles.map((name) => `${fontsFolder}${name}`);

/** Where the site's own files lie, whatever its content. */
export const fixedFiles = [
  '/trang.js',
  ...scripts.map(({ address }) => address),
  '/bieu-tuong.svg',
  '/_headers',
  ...Object.values(redirectAddresses),
].map((address) => ({
  address,
  source: 'assets/',
}));

/** Scripts, fonts and icons, at fixed addresses; the script that counts only where there is a counter. */
export async function staticFiles(counter: boolean): Promise<StaticFile[]> {
  const savedStyle = await savedStylesheet();
  const texts = { savedStyle, savedPolicy: savedPolicy(savedStyle) };
  return [
    {
      address: '/trang.js',
      source: 'assets/js/site.ts',
      bytes: await bundled(['site.ts', ...(counter ? ['visits.ts'] : [])]),
    },
    ...(await Promise.all(
      scripts.map(async ({ address, entry }) => ({
        address,
        source: `assets/js/${entry}`,
        bytes: await bundled([entry], texts),
      })),
    )),
    { address: '/bieu-tuong.svg', source: 'assets/icons/icon.svg', from: join(root, 'assets', 'icons', 'icon.svg') },
    ...fontFiles.map((name) => ({
      address: `${fontsFolder}${name}`,
      source: '@fontsource/source-serif-4',
      from: join(root, 'node_modules', '@fontsource', 'source-serif-4', 'files', name),
    })),
  ];
}
