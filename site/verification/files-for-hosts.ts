import { isPrecompressedFile } from '#site/build/precompress.ts';
import { deployedFile } from '#site/deployment/deployed-site.ts';
import { redirectFileAddresses } from '#site/redirects/redirect-files.ts';

/** The files of a built site that configure hosts: they need not be served, and a host may have used them up. */
const hostFiles: ReadonlySet<string> = new Set(
  ['/_headers', ...Object.values(redirectFileAddresses)].map((address) => address.slice(1)),
);

/** The page that hosts send for addresses that do not exist; they answer at its own address as they like. */
export const notFoundFile = '404.html';

/** Whether a file of a built site configures a host. */
export function isHostFile(path: string): boolean {
  return hostFiles.has(path);
}

/** Whether a file of a built site has an address of its own on the web. */
export function isServedFile(path: string): boolean {
  return !isHostFile(path) && !isPrecompressedFile(path) && path !== notFoundFile && path !== deployedFile;
}

/**
 * The files of a built site that an operator may have put into a folder under another name: Apache's table of redirects
 * as `.htaccess`, Netlify's as `_redirects`.
 */
export const renamedHostFiles: Readonly<Record<string, string>> = {
  '.htaccess': redirectFileAddresses.apache.slice(1),
  [redirectFileAddresses.pages.slice(1)]: redirectFileAddresses.netlify.slice(1),
};
