import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderablePage } from '#layouts/page.ts';
import { articleScriptAddress, inlineAssets, staticFiles } from '#site/assets/assets.ts';
import { attachedFiles } from '#site/assets/attached-files.ts';
import { contentSecurityPolicy, formatHeadersFile, responseHeaders } from '#site/assets/headers.ts';
import { iconPicture } from '#site/assets/icons.ts';
import { motifFiles } from '#site/assets/motif-files.ts';
import { isOfflineReadingEnabled, latestPageAddresses, serviceWorkerFile } from '#site/assets/service-worker.ts';
import type { StaticFile } from '#site/assets/static-file.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import { writableFolder } from '#site/cache/writable-folder.ts';
import { collectPictureFiles } from '#site/check/check-content.ts';
import type { CheckedSite } from '#site/check/read-checked-site.ts';
import { deskDocuments, deskScripts } from '#site/desk/desk-files.ts';
import { motifStyle } from '#site/motif-drawing.ts';
import { type Page as AnyPage, pageFile, type RenderContext } from '#site/pages/page.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import { logoPicture } from '#site/pictures/logo-picture.ts';
import { processPictures } from '#site/pictures/process-pictures.ts';
import { makeSharePictures } from '#site/pictures/share/make-share-pictures.ts';
import { displayPath } from '#site/read/source-file.ts';
import { redirectFiles } from '#site/redirects/redirect-files.ts';
import { siteRedirects } from '#site/redirects/site-redirects.ts';
import { projectRoot } from '#site/settings.ts';
import { relatedArticles } from '#site/similarity/related-articles.ts';

/** A page to render. While its cache key is the same, so are its bytes. */
export interface PlannedPage extends RenderablePage<unknown> {
  readonly key: string;
}

/** The pages and files of a site, ready to be written. */
export interface SitePlan {
  /** The pages by the name of the view that renders them. */
  readonly pagesByView: ReadonlyMap<string, readonly PlannedPage[]>;
  readonly files: readonly StaticFile[];
  readonly pictureCount: number;
}

/** Called after each item of a long step with the number of items done so far. */
export type ProgressCallback = (step: string, done: number, all: number) => void;

/** Lists every page and file of a site. Throws a ContentError for pictures that cannot be decoded. */
export async function planSite(
  { context: { content, settings }, pages: sitePages, hiddenAddresses }: CheckedSite,
  cache: BuildCache = BuildCache.inMemory(),
  progress: ProgressCallback = () => {},
  findRelated = relatedArticles,
): Promise<SitePlan> {
  const pictureFolder = (name: string) =>
    writableFolder(join(projectRoot, '.cache', name), join(settings.cacheDir, name));
  const files = collectPictureFiles(content);
  const processed = await processPictures(files, pictureFolder('pictures'), settings.base, cache, (done, all) =>
    progress('ảnh', done, all),
  );
  const pictures = cache.reuse('pictures', [...processed].flat(), () => processed);
  const { organisation } = content;
  const { colors } = organisation;
  const logo = organisation.logo ? await logoPicture(organisation.logo, colors.light.paper, cache) : undefined;
  const sharePictures = await makeSharePictures(content, logo, pictureFolder('share-pictures'), (done, all) =>
    progress('ảnh chia sẻ', done, all),
  );
  const inline = await cache.cached('style', dataHash([organisation, settings.base]), () =>
    inlineAssets(organisation, settings.base),
  );
  const render: RenderContext = {
    pictures,
    hiddenAddresses,
    sharePictures,
    related: findRelated(content, cache),
    site: siteFrame(content, hiddenAddresses, settings, { ...inline, logo }),
  };

  const policy = contentSecurityPolicy(
    inline.styles.map(({ css }) => css),
    inline.choicesScript,
    motifStyle(colors),
  );
  const [offline, latest] = [isOfflineReadingEnabled(organisation, settings), latestPageAddresses(content)];

  const hasDesk = settings.hasLocalDesk || organisation.desk !== undefined;

  const iconFile = iconPicture(organisation);
  const icon = iconFile && hash('sha256', readFileSync(iconFile));

  // Inputs of every page: no page lists them among its cacheInputs.
  const commonKey = dataHash({
    ...{ frame: render.site, picture: sharePictures.site?.address, origin: settings.origin, base: settings.base },
    ...{ organisation, authors: content.authors, categories: content.categories },
  });

  return {
    pagesByView: new Map(
      Object.entries(sitePages).map(([view, pages]) => [
        view,
        withCacheKeys(pages, render, `${commonKey} ${view}`, cache),
      ]),
    ),
    files: [
      ...(await cache.cached('static files', dataHash([organisation, icon, settings.base, settings.preview]), () =>
        staticFiles(organisation, settings),
      )),
      ...(logo ? [{ address: logo.address, source: 'content/site.yaml', bytes: logo.bytes, key: logo.address }] : []),
      await cache.cached('worker', dataHash([offline, latest]), () =>
        serviceWorkerFile(offline, latest, articleScriptAddress),
      ),
      {
        address: '/_headers',
        source: 'site/assets/headers.ts',
        bytes: formatHeadersFile(
          responseHeaders(policy, { noindex: !settings.hasPublicUrl, preview: settings.preview, hasDesk }),
        ),
      },
      ...(hasDesk ? deskDocuments(content, render.site, settings) : []),
      // The preview server makes the scripts when an editor first opens the desk.
      ...(hasDesk && !settings.hasLocalDesk ? await deskScripts(settings, console.error) : []),
      ...motifFiles(content.categories, colors),
      ...redirectFiles(siteRedirects(content, settings), settings.base),
      ...[...pictures].flatMap(([file, picture]) =>
        picture.files.map((variant) => ({ ...variant, source: displayPath(file), key: variant.address })),
      ),
      ...[...sharePictures.articles].map(([{ path }, picture]) => ({ ...picture, source: path, key: picture.address })),
      ...[...(sharePictures.site ? [sharePictures.site] : []), ...sharePictures.categories.values()].map((picture) => ({
        ...picture,
        ...{ source: 'site/pictures/share/', key: picture.address },
      })),
      ...attachedFiles(content).map(keyedBySignature),
    ],
    pictureCount: pictures.size,
  };
}

/** Keys a file by its signature, so that it is copied only after a change. */
function keyedBySignature(file: StaticFile): StaticFile {
  const signature = 'from' in file ? fileSignature(file.from) : undefined;
  return { ...file, ...(signature && { key: `${file.source} ${signature}` }) };
}

/** Pages with their cache keys; a key is computed again only if one of its inputs changed since the previous build. */
function withCacheKeys(
  pages: readonly AnyPage<unknown>[],
  render: RenderContext,
  commonKey: string,
  cache: BuildCache,
): PlannedPage[] {
  return pages.map(({ address, props, cacheInputs }) => {
    const inputs = [commonKey, ...(cacheInputs ? cacheInputs(render) : [propsHash(props(render))])];
    return {
      file: pageFile(address),
      key: cache.reuse(address, inputs, () => dataHash([address, ...inputs])),
      props: () => props(render),
    };
  });
}

/** The hash of the props of a page without the site frame, which is the same for all. */
function propsHash(props: unknown): string {
  return dataHash(typeof props === 'object' ? { ...props, site: undefined } : props);
}
