import type { DirectoryEntry, DirectoryProps } from '#layouts/directory.ts';
import type { Link } from '#layouts/page.ts';
import { leadershipAddress, membersAddress, standingPageAddress } from '#news/address.ts';
import { directoryGroups } from '#news/directory-groups.ts';
import type { Leader } from '#news/leader.ts';
import { listTitle } from '#news/list-title.ts';
import type { Member } from '#news/member.ts';
import { standingPageSlugs } from '#news/standing-page.ts';
import { dialled } from '#news/telephone.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import { leaderJsonLd } from './json-ld/leader-json-ld.ts';
import { membersJsonLd } from './json-ld/members-json-ld.ts';
import { indexedPage, type Page, type RenderContext } from './page.ts';
import { frameProps, homeLink, type SiteContext, siteHref } from './site-context.ts';

type Directory = Pick<Page<DirectoryProps>, 'address'> & { readonly title: string };

const members: Directory = { address: membersAddress, title: listTitle.members };
const leadership: Directory = { address: leadershipAddress, title: listTitle.leadership };

/** The directories that have entries, in the order of links to them. */
export function directoriesOf(content: Pick<VisibleContent, 'members' | 'leadership'>): readonly Directory[] {
  return [...(content.leadership.length > 0 ? [leadership] : []), ...(content.members.length > 0 ? [members] : [])];
}

/** The pages of the member associations and of the leaders, each only where its list has entries. */
export function directoryPages(context: SiteContext): Page<DirectoryProps>[] {
  const { content } = context;
  const pages = new Map([
    [leadership, leadershipPage],
    [members, membersPage],
  ]);
  return directoriesOf(content).flatMap((directory) => pages.get(directory)?.(context) ?? []);
}

function membersPage(context: SiteContext): Page<DirectoryProps> {
  const list = context.content.members;
  return {
    ...indexedPage<DirectoryProps>(membersAddress, 'members.yaml', (render) => ({
      ...directoryFrame(context, render, members, [membersJsonLd(context, list)]),
      groups: directoryGroups(list).map((group) => ({ ...group, entries: group.entries.map(memberEntry) })),
    })),
    cacheInputs: () => [list, aboutLink(context)?.text],
  };
}

function leadershipPage(context: SiteContext): Page<DirectoryProps> {
  const list = context.content.leadership;
  const portraits = list.flatMap(({ portrait }) => portrait?.file ?? []);
  return {
    ...indexedPage<DirectoryProps>(leadershipAddress, 'leadership.yaml', (render) => ({
      ...directoryFrame(
        context,
        render,
        leadership,
        list.map((leader) => leaderJsonLd(context, leader)),
      ),
      groups: directoryGroups(list).map((group) => ({
        ...group,
        entries: group.entries.map((leader) => leaderEntry(render, leader)),
      })),
    })),
    pictures: portraits,
    cacheInputs: ({ pictures }) => [list, aboutLink(context)?.text, ...portraits.map((file) => pictures.get(file))],
  };
}

function directoryFrame(
  context: SiteContext,
  render: RenderContext,
  { address, title }: Directory,
  structuredData: DirectoryProps['structuredData'],
) {
  const description = `${title} - ${context.content.organisation.name}`;
  const href = siteHref(context, address);
  const about = aboutLink(context);
  const isInMenu = render.site.menu.some((entry) => entry.href === href);
  return frameProps(
    context,
    render,
    { address, title, description },
    {
      current: isInMenu || !about ? href : about.href,
      breadcrumbLinks: [homeLink(context), ...(about ? [about] : [])],
      structuredData,
    },
  );
}

/** The link to the page that says who the organisation is. */
function aboutLink(context: SiteContext): Link | undefined {
  const about = context.content.pages.find(({ slug }) => slug === standingPageSlugs.about);
  return about && { text: about.title, href: siteHref(context, standingPageAddress(about.slug)) };
}

function memberEntry({ name, chair, telephone, address }: Member): DirectoryEntry {
  return {
    name,
    facts: [...(chair ? [`Chủ tịch: ${chair}`] : []), ...(address ? [address] : [])],
    ...(telephone && { telephone: telephoneLink(telephone) }),
  };
}

function leaderEntry({ pictures }: RenderContext, { name, role, telephone, email, portrait }: Leader): DirectoryEntry {
  const shown = portrait && pictureProps(pictures.get(portrait.file), portrait, true);
  return {
    name,
    facts: [role],
    ...(telephone && { telephone: telephoneLink(telephone) }),
    ...(email && { email }),
    ...(shown && { portrait: { ...shown, sizes: '5rem' } }),
  };
}

function telephoneLink(telephone: string): Link {
  return { text: telephone, href: `tel:${dialled(telephone)}` };
}
