import type { Page } from '#layouts/page.ts';
import { choicesScript, essentialScripts, staticFiles } from '#site/assets/assets.ts';
import { attachedFiles } from '#site/assets/attached-files.ts';
import { headers, headersFile, policy, policyText } from '#site/assets/headers.ts';
import { keepsPages, latestAddresses, workerFile } from '#site/assets/service-worker.ts';
import type { StaticFile } from '#site/assets/static-file.ts';
import { stylesheet } from '#site/assets/stylesheet.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import { Memory } from '#site/cache/memory.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import { picturesOf } from '#site/check/check-content.ts';
import type { CheckedSite } from '#site/check/checked-site.ts';
import { type Page as AnyPage, type Materials, pageFile } from '#site/pages/page.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import { makePictures } from '#site/pictures/pictures.ts';
import { makeSharePictures } from '#site/pictures/share/make-share-pictures.ts';
import { shownPath } from '#site/read/source-file.ts';
import { redirectFiles } from '#site/redirects/redirect-files.ts';
import { redirects } from '#site/redirects/redirects.ts';
import { relatedArticles } from '#site/similarity/related-articles.ts';

/** A page ready to be printed; while its key is the same, so are its bytes. One without a key is printed at every build. */
export interface SitePage extends Page<unknown> {
  readonly key?: string;
}

/** The whole site, ready to be printed. */
export interface Site {
  /** The pages by the view that prints them. */
  readonly views: ReadonlyMap<string, readonly SitePage[]>;
  readonly files: readonly StaticFile[];
  readonly pictureCount: number;
}

/** Says how far a long step is. */
export type Progress = (step: string, done: number, all: number) => void;

/** Lists every page and file of a site. Throws a ContentError for pictures that are none. */
export async function openSite(
  { desk: { newsroom, hidden, settings }, pages: sitePages }: CheckedSite,
  memory: Memory = Memory.empty(),
  progress: Progress = () => {},
): Promise<Site> {
  const made = await makePictures(picturesOf(newsroom), settings.base, memory, (done, all) =>
    progress('ảnh', done, all),
  );
  const pictures = memory.again('pictures', [...made].flat(), () => made);
  const sharePictures = await makeSharePictures(newsroom, (done, all) => progress('ảnh chia sẻ', done, all));
  const [css, script] = await memory.kept('style', settings.base, () =>
    Promise.all([stylesheet(settings.base), choicesScript()]),
  );
  const directives = policy(css, script);
  const csp = policyText(directives, 'meta');
  const materials: Materials = {
    pictures,
    sharePictures,
    related: settings.core ? new Map() : relatedArticles(newsroom, memory),
    site: siteFrame(newsroom, hidden, settings, { css, choicesScript: script, csp }),
  };

  const [keeps, latest] = [keepsPages(newsroom.organisation, settings), latestAddresses(newsroom)];

  // What any page may show without saying so.
  const common = fingerprint({
    ...{ frame: materials.site, picture: sharePictures.site?.address, origin: settings.origin, base: settings.base },
    ...{ organisation: newsroom.organisation, authors: newsroom.authors, categories: newsroom.categories },
  });

  return {
    views: new Map(
      Object.entries(sitePages).map(([view, pages]) => [
        view,
        printable(pages, materials, `${common} ${view}`, memory),
      ]),
    ),
    files: [
      ...(await memory.kept('static files', fingerprint([newsroom.organisation, settings.base, settings.preview]), () =>
        staticFiles(newsroom.organisation, settings),
      )),
      await memory.kept('worker', fingerprint([keeps, latest]), () => workerFile(keeps, latest, essentialScripts)),
      {
        address: '/_headers',
        source: 'site/assets/headers.ts',
        bytes: headersFile(headers(directives, !settings.public)),
      },
      ...redirectFiles(redirects(newsroom, settings), settings.base),
      ...[...pictures].flatMap(([file, made]) =>
        made.files.map((variant) => ({ ...variant, source: shownPath(file), key: variant.address })),
      ),
      ...[...sharePictures.articles].map(([{ path }, made]) => ({ ...made, source: path, key: made.address })),
      ...(sharePictures.site
        ? [{ ...sharePictures.site, source: 'site/share-pictures/', key: sharePictures.site.address }]
        : []),
      ...attachedFiles(newsroom).map(keyedByLook),
    ],
    pictureCount: pictures.size,
  };
}

/** A file that is copied, not again while it looks the same. */
function keyedByLook(file: StaticFile): StaticFile {
  const look = 'from' in file ? settledLook(file.from) : undefined;
  return { ...file, ...(look && { key: `${file.source} ${look}` }) };
}

/** Pages with their keys, which are made again of those alone that show something else than at the last build. */
function printable(
  pages: readonly AnyPage<unknown>[],
  materials: Materials,
  common: string,
  memory: Memory,
): SitePage[] {
  return pages.map(({ address, props, shows }) => {
    const page = { file: pageFile(address), props: () => props(materials) };
    if (!shows) return page;
    const of = [common, ...shows(materials)];
    return { ...page, key: memory.again(address, of, () => fingerprint([address, ...of])) };
  });
}
