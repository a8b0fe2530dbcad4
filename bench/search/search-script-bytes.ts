import { gzipSync } from 'node:zlib';
import { siteColors } from '#news/site-colors.ts';
import { scriptFiles } from '#site/assets/assets.ts';

const addresses = ['/tim-kiem.js', '/tim-kiem-tho.js'];

/** Gzipped bytes of the scripts that a browser loads for search. */
export async function searchScriptBytes(): Promise<number> {
  const files = (await scriptFiles(siteColors(), { counter: false, offline: false })).filter(({ address }) =>
    addresses.includes(address),
  );
  const bytes = files.flatMap((file) => ('bytes' in file ? [gzipSync(file.bytes, { level: 9 }).length] : []));
  if (bytes.length < addresses.length) throw new Error(`The site makes no ${addresses.join(' or no ')}.`);
  return bytes.reduce((sum, length) => sum + length, 0);
}
