import type { Page } from '#layouts/page.ts';
import { choicesScript, type StaticFile, staticFiles } from './assets.ts';
import { attachedFiles } from './attached-files.ts';
import { checkContent, picturesOf } from './check/check-content.ts';
import { ContentError, type Finding } from './finding.ts';
import { headers, headersFile, policy, policyText } from './headers.ts';
import { type Page as AnyPage, type Materials, pageFile } from './pages/page.ts';
import { makePictures } from './pictures.ts';
import { shownPath } from './read/source-file.ts';
import { redirectFiles } from './redirects/redirect-files.ts';
import { redirects } from './redirects/redirects.ts';
import { searchFiles } from './search/search-files.ts';
import type { Settings } from './settings.ts';
import { makeSharePictures } from './share-pictures/make-share-pictures.ts';
import { siteFrame } from './site-frame.ts';
import { stylesheet } from './stylesheet.ts';

/** The whole site, ready to be printed. */
export interface Site {
  /** The pages by the view that prints them. */
  readonly views: ReadonlyMap<string, readonly Page<unknown>[]>;
  readonly files: readonly StaticFile[];
  readonly pictureCount: number;
  readonly warnings: readonly Finding[];
  /** When the site must be built again. */
  readonly nextBuildAt?: Date;
}

/** Says how far a long step is. */
export type Progress = (step: string, done: number, all: number) => void;

/** Reads content, checks it and lists every page and file. Throws a ContentError with all errors of all files. */
export async function openSite(settings: Settings, progress: Progress = () => {}): Promise<Site> {
  const { site, errors, warnings } = await checkContent(settings);
  if (!site || errors.length > 0) throw new ContentError(errors);
  const { newsroom, hidden } = site.desk;

  const pictures = await makePictures(picturesOf(newsroom), settings.base, (done, all) => progress('ảnh', done, all));
  const sharePictures = await makeSharePictures(newsroom, (done, all) => progress('ảnh chia sẻ', done, all));
  const [css, script] = await Promise.all([stylesheet(settings.base), choicesScript()]);
  const directives = policy(css, script);
  const csp = policyText(directives, 'meta');
  const materials: Materials = {
    pictures,
    sharePictures,
    site: siteFrame(newsroom, hidden, settings, { css, choicesScript: script, csp }),
  };

  return {
    views: new Map(Object.entries(site.pages).map(([view, pages]) => [view, printable(pages, materials)])),
    files: [
      ...(await staticFiles(newsroom.organisation.counter)),
      { address: '/_headers', source: 'site/headers.ts', bytes: headersFile(headers(directives, !settings.public)) },
      ...redirectFiles(redirects(newsroom, settings), settings.base),
      ...[...pictures].flatMap(([file, made]) =>
        made.files.map((variant) => ({ ...variant, source: shownPath(file) })),
      ),
      ...[...sharePictures.articles].map(([{ path }, made]) => ({ ...made, source: path })),
      ...(sharePictures.site ? [{ ...sharePictures.site, source: 'site/share-pictures/' }] : []),
      ...attachedFiles(newsroom),
      ...searchFiles(newsroom, settings.now).changed,
    ],
    pictureCount: pictures.size,
    warnings,
    ...(newsroom.nextDue && { nextBuildAt: newsroom.nextDue }),
  };
}

function printable(pages: readonly AnyPage<unknown>[], materials: Materials): Page<unknown>[] {
  return pages.map(({ address, props }) => ({ file: pageFile(address), props: () => props(materials) }));
}
