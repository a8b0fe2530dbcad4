import { articleAddress, questionAddress, standingPageAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { type Content, type Newsroom, newsroom } from '#news/newsroom.ts';
import { oldestFirst } from '#news/published.ts';
import { fixedFiles } from '#site/assets.ts';
import { attachedFiles } from '#site/attached-files.ts';
import { byPlace, type Finding, type Place, startOf } from '#site/finding.ts';
import type { Desk } from '#site/pages/desk.ts';
import { addresses, type SitePages, sitePages } from '#site/pages/site-pages.ts';
import { heard } from '#site/read/allow-notes.ts';
import { type ReadContent, readContent } from '#site/read/read-content.ts';
import { fileSlug } from '#site/read/read-item.ts';
import type { Settings } from '#site/settings.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkArticles } from './check-articles.ts';
import { checkLinks } from './check-links.ts';
import { checkPictures } from './check-pictures.ts';
import { checkPublished, type Deployed } from './check-published.ts';
import { checkTags } from './check-tags.ts';
import { checkWords } from './check-words.ts';

/** Content and all there is to say about it. */
export interface CheckedContent {
  readonly read: ReadContent;
  /** What readers see and its pages; undefined when a list of content/ could not be read. */
  readonly site?: { readonly desk: Desk; readonly pages: SitePages };
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Reads a content folder and applies every rule to it, with the site last deployed in view where one is given. */
export async function checkContent(settings: Settings, deployed?: Deployed): Promise<CheckedContent> {
  const read = await readContent(settings.contentDir);
  const { content } = read;
  const together = content && (await checkTogether(read, content, settings, deployed));
  const findings = heard([...read.findings, ...(together?.findings ?? [])], read.notes).sort(byPlace);
  return {
    read,
    ...(together && { site: together.site }),
    errors: findings.filter(({ level }) => level === 'error'),
    warnings: findings.filter(({ level }) => level === 'warning'),
  };
}

async function checkTogether(
  read: ReadContent,
  content: Content,
  settings: Settings,
  deployed: Deployed | undefined,
): Promise<{ site: NonNullable<CheckedContent['site']>; findings: Finding[] }> {
  const room = newsroom(content, settings.now, settings.preview ? 'editors' : 'readers');
  const archive = newsroom(content, settings.now, 'archive');
  const none = new Set<string>();
  const claimed = (shownRoom: Newsroom) => {
    const { moved, ...pages } = sitePages({ newsroom: shownRoom, settings, hidden: none });
    return { moved, own: [...addresses(pages), ...attachedFiles(shownRoom), ...fixedFiles] };
  };
  const claims = claimed(archive).own;
  const shown = new Set(Object.values(claimed(room)).flatMap((pages) => pages.map(({ address }) => address)));
  const hidden = new Set([
    ...room.withdrawn.map(({ slug }) => articleAddress(slug)),
    ...claims.map(({ address }) => address).filter((address) => !shown.has(address)),
  ]);

  const known = { shown, hidden, unread: unreadAddresses(read, content) };

  const placeOf = (article: Article, ...keys: readonly PropertyKey[]): Place => {
    const item = read.items.get(article.path);
    if (!item) return startOf(article.path);
    return keys[0] === 'body' ? item.bodyStart : item.at(keys);
  };
  const desk = { newsroom: room, settings, hidden };
  return {
    site: { desk, pages: sitePages(desk) },
    findings: [
      ...checkWords(read.items.values(), content),
      ...checkArticles(content, placeOf),
      ...checkAddresses(claims.reverse(), oldestFirst(content.articles), placeOf),
      ...checkLinks(
        [...content.articles, ...content.questions, ...content.pages],
        content.organisation,
        (index) => read.menuPlace(index),
        known,
      ),
      ...checkTags(content.articles, room.unpinnedTags, placeOf),
      ...(await checkPictures(picturesOf(content))),
      ...(deployed ? checkPublished(deployed, settings.base, known, content, placeOf) : []),
    ],
  };
}

/** Every picture file that content shows. */
export function picturesOf({ articles, questions, pages }: Content): string[] {
  return [
    ...[...articles, ...questions, ...pages].flatMap(({ body }) => [...body.pictures.values()]),
    ...articles.flatMap(({ cover }) => cover?.file ?? []),
  ];
}

/** The addresses of files that could not be read: a link to one is no second error. */
function unreadAddresses({ paths }: ReadContent, { articles, questions, pages }: Content): Set<string> {
  const read = new Set([...articles, ...questions, ...pages].map(({ path }) => path));
  return new Set(
    paths
      .filter((path) => !read.has(path))
      .map(fileSlug)
      .flatMap((slug) => [articleAddress(slug), questionAddress(slug), standingPageAddress(slug)]),
  );
}
