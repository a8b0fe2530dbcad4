import { everyItem, type Items } from '#news/kinds.ts';
import { type Content, newsroom } from '#news/newsroom.ts';
import { onceOfEach } from '#news/once-of-each.ts';
import { oldestFirst } from '#news/published.ts';
import { Memory } from '#site/cache/memory.ts';
import { byPlace, type Finding, type Place, startOf } from '#site/finding.ts';
import type { Desk } from '#site/pages/desk.ts';
import { type SitePages, sitePages } from '#site/pages/site-pages.ts';
import { heard } from '#site/read/allow-notes.ts';
import { type ReadContent, readContent } from '#site/read/read-content.ts';
import type { Item } from '#site/read/read-item.ts';
import type { Settings } from '#site/settings.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkArticles } from './check-articles.ts';
import { checkDocuments } from './check-documents.ts';
import { checkIds } from './check-ids.ts';
import { checkLinks } from './check-links.ts';
import { checkPictures } from './check-pictures.ts';
import { checkPublished, type Deployed } from './check-published.ts';
import { checkTags } from './check-tags.ts';
import { checkUpdated } from './check-updated.ts';
import { knownAddresses } from './known-addresses.ts';

/** Content and all there is to say about it. */
export interface CheckedContent {
  /** What readers see and its pages; undefined when a list of content/ could not be read. */
  readonly site?: { readonly desk: Desk; readonly pages: SitePages };
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Reads a content folder and applies every rule to it, with the site last deployed in view where one is given. */
export async function checkContent(
  settings: Settings,
  memory: Memory = Memory.empty(),
  deployed: readonly Deployed[] = [],
): Promise<CheckedContent> {
  const read = await readContent(settings.contentDir, memory);
  const { content } = read;
  const together = content && (await checkTogether(read, content, settings, memory, deployed));
  const all = [...read.findings, ...(together?.findings ?? [])];
  const findings = heard(all, read.notes, together !== undefined).sort(byPlace);
  return {
    ...(together && { site: together.site }),
    errors: findings.filter(({ level }) => level === 'error'),
    warnings: findings.filter(({ level }) => level === 'warning'),
  };
}

async function checkTogether(
  read: ReadContent,
  content: Content,
  settings: Settings,
  memory: Memory,
  deployed: readonly Deployed[],
): Promise<{ site: NonNullable<CheckedContent['site']>; findings: Finding[] }> {
  const fresh = newsroom(content, settings.now, settings.preview ? 'editors' : 'readers');
  const tagWords = Array.from(fresh.tags.values(), ({ name, slug }) => [name, slug]).flat();
  const room = { ...fresh, tags: memory.again('tags', tagWords, () => fresh.tags) };
  // Which pages there are does not depend on what is hidden, only what they show: that is made later.
  let hidden: ReadonlySet<string> = new Set();
  const desk: Desk = {
    newsroom: room,
    settings,
    get hidden() {
      return hidden;
    },
  };
  const pages = sitePages(desk);
  const known = knownAddresses(room, pages, content, settings, read);
  hidden = memory.again('hidden', [...known.hidden], () => known.hidden);
  const placeOf = ({ path }: { readonly path: string }, ...keys: readonly PropertyKey[]): Place => {
    const item = read.items.get(path);
    if (!item) return startOf(path);
    if (keys[0] === 'body') return item.bodyStart;
    const [places, name] = [placesIn(item), keys.join('\n')];
    const place = places.get(name) ?? item.at(keys);
    places.set(name, place);
    return place;
  };
  return {
    site: { desk, pages },
    findings: [
      ...checkArticles(content, memory, placeOf),
      ...checkUpdated(content.articles, settings.now, placeOf),
      ...checkAddresses(
        known.claims,
        oldestFirst(content.articles),
        [...oldestFirst(content.questions), ...oldestFirst(content.events)],
        placeOf,
      ),
      ...checkDocuments(content.documents, known.unread, placeOf),
      ...checkLinks(everyItem(content), content.organisation, (index) => read.menuPlace(index), known),
      ...checkIds([...content.articles, ...content.questions, ...content.events], read.items, settings.now),
      ...checkTags(content.articles, room.unpinnedTags, placeOf),
      ...(await checkPictures(picturesOf(content), memory)),
      ...deployed.flatMap((each) => checkPublished(each, settings.base, known, content, placeOf)),
    ],
  };
}

/** The places in an item that were asked for: each is looked for in the text of its file. */
const placesIn = onceOfEach((_item: Item<unknown>) => new Map<string, Place>());

/** Every picture file that content shows. */
export function picturesOf(content: Items): string[] {
  return [
    ...everyItem(content).flatMap(({ body }) => [...body.pictures.values()]),
    ...content.articles.flatMap(({ cover }) => cover?.file ?? []),
  ];
}
