import { afterAll, inject } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { fullArticle, pageKinds } from './page-kinds.ts';
import { serveFolder } from './serve-folder.ts';

/** The browser of this test file; closed after its tests. */
export const browser = await openBrowser();

const newsroomSite = await serveFolder(inject('newsroomDir'));
const everyStateSite = await serveFolder(inject('everyStateDir'));

/** Where the built sites are served. */
export const newsroom = newsroomSite.origin;
export const everyState = everyStateSite.origin;

/** A page of each kind, and the article that holds everything: name → whole address. */
export const allKinds: readonly (readonly [kind: string, url: string])[] = [
  ...Object.entries(pageKinds).map(([kind, address]) => [kind, newsroom + address] as const),
  ['home of two articles', `${everyState}/`],
  ['full article', everyState + fullArticle],
];

afterAll(async () => {
  await browser?.close();
  await newsroomSite.close();
  await everyStateSite.close();
});
