import { article } from '#layouts/article.ts';
import { document } from '#layouts/document.ts';
import { event } from '#layouts/event.ts';
import { frame } from '#layouts/frame.ts';
import type { FrameProps, SiteFrame } from '#layouts/frame-props.ts';
import { escaped, type Html } from '#layouts/html.ts';
import { question } from '#layouts/question.ts';
import { standingPage } from '#layouts/standing-page.ts';
import { withdrawnNotice } from '#layouts/withdrawn-notice.ts';
import type { Author } from '#news/author.ts';
import type { Category } from '#news/category.ts';
import type { ContentKind, ItemsByKind } from '#news/content-kind.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import { registeredDocuments } from '#news/registered-documents.ts';
import { type Content, visibleContent } from '#news/visible-content.ts';
import { articlePages } from '#site/pages/article-pages.ts';
import { documentPages } from '#site/pages/document-pages.ts';
import { eventPages } from '#site/pages/event-pages.ts';
import type { Page, RenderContext } from '#site/pages/page.ts';
import { questionPages } from '#site/pages/question-pages.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { standingPages } from '#site/pages/standing-pages.ts';
import { withdrawnPages } from '#site/pages/withdrawn-pages.ts';
import { type ProcessedPicture, picturesFolder } from '#site/pictures/process-pictures.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import type { ReadLists } from '#site/read/read-lists.ts';
import type { Settings } from '#site/settings.ts';
import { isoDay } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import type { ContentFile, ListFiles } from '../check/content-files.ts';
import { kindOfPath, type ReadFile, readListFiles, withReadFile } from '../check/read-file.ts';
import { type Readable, readableText } from './readable-text.ts';

/** A picture of a preview: its URL, and its size in pixels if it is known. */
export interface PreviewPicture {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

/** The site in which an item is shown. */
export interface PreviewSite {
  /** The frame of its pages, as the last build made it. */
  readonly frame: SiteFrame;
  readonly settings: Pick<Settings, 'origin' | 'base' | 'hasPublicUrl' | 'now'>;
  /** The picture file at a path, as "content/articles/2026/anh.jpg"; undefined leaves it out. */
  readonly picture: (path: string) => PreviewPicture | undefined;
}

/**
 * The page of an item as a build prints it, without what other items add: older, newer and related articles, and share
 * pictures. Of a file with errors, what can be shown. Undefined if site.yaml is invalid.
 */
export function renderPage(written: ContentFile, listFiles: ListFiles, site: PreviewSite): string | undefined {
  const kind = kindOfPath(written.path);
  // A name without a letter makes no address.
  const folder = written.path.slice(0, written.path.lastIndexOf('/'));
  const file = fileSlug(written.path) ? written : { ...written, path: `${folder}/bai-moi.md` };
  const lists = readListFiles(listFiles);
  const today = isoDay(site.settings.now);
  const lead = { description: 'Chưa có lời dẫn' };
  const readable = (other: Omit<Readable, 'today'>) => ({
    ...file,
    text: readableText(kind, file.text, { today, ...other }),
  });
  const tried = [
    () => file,
    () => readable({}),
    () => readable({ extra: lead }),
    () => readable({ extra: lead, body: 'Thân bài chưa hiện được.' }),
  ];
  for (const [index, each] of tried.entries()) {
    const shown = each();
    const known = index === 0 ? lists : withWrittenNames(shown, lists);
    const page = withReadFile(shown, known, (read) => renderItem(read, known, shown, site));
    if (page !== undefined) return page;
  }
  return undefined;
}

/** The lists with the author and the category that an article names, whether they exist or not. */
function withWrittenNames(file: ContentFile, lists: ReadLists['lists']): ReadLists['lists'] {
  return withReadFile(file, lists, ({ kind, parsed }) => {
    if (kind !== 'articles' || !parsed?.value) return lists;
    // The front matter was parsed with the schema of articles.
    const { author, category } = parsed.value as FrontMatter<'articles'>;
    const entry = (name: string) => ({ name, slug: slug(name) || 'chua-ghi' });
    return {
      ...lists,
      authors: [...(lists.authors ?? []), { ...entry(author), person: false } satisfies Author],
      categories: [...(lists.categories ?? []), { ...entry(category) } satisfies Category],
    };
  });
}

/** The page of an item that was read; undefined if there is none. */
function renderItem(
  { kind, item }: ReadFile,
  { organisation, ...lists }: ReadLists['lists'],
  file: ContentFile,
  { frame: siteFrame, settings, picture }: PreviewSite,
): string | undefined {
  if (!item || !organisation) return undefined;
  const items: ItemsByKind = {
    ...{ articles: [], questions: [], documents: [], events: [], pages: [] },
    [kind]: [item],
  };
  const content: Content = {
    ...{ organisation, ...items, snapshots: [] },
    authors: lists.authors ?? [],
    categories: lists.categories ?? [],
    pinnedTags: lists.pinnedTags ?? [],
    knownWords: lists.knownWords ?? [],
    abbreviations: lists.abbreviations ?? [],
    pinnedDomains: lists.pinnedDomains ?? [],
    members: lists.members ?? [],
    leadership: lists.leadership ?? [],
  };
  const visible = visibleContent(content, settings.now, 'editors');
  // Of what has ended, readers see no page, or a notice that it was withdrawn.
  const isEnded = visible.articles.length < content.articles.length && visible.withdrawn.length === 0;
  const context: SiteContext = {
    content: isEnded ? { ...visible, articles: content.articles } : visible,
    settings: {
      ...settings,
      preview: true,
      contentDir: '/content',
      outputDir: '/',
      cacheDir: '/',
      precompress: false,
      hasLocalDesk: false,
    },
  };
  const { pictures, urls } = processedPictures(file, picture);
  const render: RenderContext = {
    site: siteFrame,
    pictures,
    hiddenAddresses: new Set(),
    sharePictures: { articles: new Map(), categories: new Map() },
    related: new Map(),
  };
  const page = renderOnlyPage(kind, context, render);
  return page && withPictureUrls(page, urls);
}

function renderOnlyPage(kind: ContentKind, context: SiteContext, render: RenderContext): string | undefined {
  const inFrame = <Props extends FrameProps>([page]: readonly Page<Props>[], view: (props: Props) => Html) => {
    if (!page) return undefined;
    const props = page.props(render);
    return frame(props, view(props));
  };
  switch (kind) {
    case 'articles':
      return inFrame(articlePages(context), article) ?? inFrame(withdrawnPages(context), withdrawnNotice);
    case 'questions':
      return inFrame(questionPages(context), question);
    case 'documents':
      return inFrame(documentPages(context, registeredDocuments(context.content.documents)), document);
    case 'events':
      return inFrame(eventPages(context), event);
    case 'pages':
      return inFrame(standingPages(context), standingPage);
  }
}

/** A size in the format of most photos, for a picture whose size is not known. */
const usualSize = { width: 1440, height: 960 };

/**
 * The pictures beside a file, in the one size that the preview has of each. Their addresses are of this site, since
 * `sanitizeBody` removes all others; `withPictureUrls` replaces them in the page.
 */
function processedPictures({ files }: ContentFile, pictureOf: PreviewSite['picture']): PreviewPictures {
  const urls: string[] = [];
  const processed = Object.entries(files).flatMap(([path, bytes]) => {
    const found = pictureOf(path);
    if (!found) return [];
    const address = `${picturesFolder}xem-truoc-${urls.push(found.src) - 1}`;
    const props = { sources: [], ...usualSize, ...found, src: `${address}.jpg` };
    return [[`/${path}`, { props, shared: { address, type: 'image/jpeg', bytes }, files: [] }] as const];
  });
  return { pictures: new Map(processed), urls };
}

interface PreviewPictures {
  readonly pictures: ReadonlyMap<string, ProcessedPicture>;
  /** The URL of each picture, in their order. */
  readonly urls: readonly string[];
}

function withPictureUrls(page: string, urls: readonly string[]): string {
  return page.replace(new RegExp(`${picturesFolder}xem-truoc-(\\d+)\\.jpg`, 'g'), (_, index) =>
    escaped(urls[Number(index)] ?? ''),
  );
}
