import type { SiteFrame } from '#layouts/frame-props.ts';
import {
  accessibilityAddress,
  archiveAddress,
  documentsAddress,
  eventsAddress,
  feedAddress,
  homeAddress,
  overviewAddress,
  privacyAddress,
  questionsAddress,
  searchAddress,
  statisticsAddress,
  subscriptionsAddress,
} from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { fontAddresses, siteScriptAddress } from '#site/assets/assets.ts';
import { iconAddress, manifestAddress, paper, touchIconAddress } from '#site/assets/web-app.ts';
import type { Settings } from '#site/settings.ts';
import { publisherThings } from './json-ld/publisher.ts';
import { hasStatistics } from './statistics-pages.ts';

/** The pieces of the site's style and policy that stand in every page. */
export type FramePieces = Pick<SiteFrame, 'css' | 'choicesScript' | 'csp'>;

/** What every page shares: the facts of the organisation, the menu without what is hidden now, style and policy. */
export function siteFrame(
  room: Pick<Newsroom, 'organisation' | 'documents' | 'events' | 'statistics'>,
  hidden: ReadonlySet<string>,
  settings: Settings,
  pieces: FramePieces,
): SiteFrame {
  const facts = room.organisation;
  const link = (address: string) => settings.base + address;
  return {
    ...pieces,
    name: facts.name,
    shortName: facts.shortName,
    home: link(homeAddress),
    search: link(searchAddress),
    feeds: {
      title: facts.name,
      rss: link(feedAddress('rss')),
      atom: link(feedAddress('atom')),
      json: link(feedAddress('json')),
    },
    icon: link(iconAddress),
    touchIcon: link(touchIconAddress),
    manifest: link(manifestAddress),
    paper,
    fonts: fontAddresses.map(link),
    script: link(siteScriptAddress),
    questions: link(questionsAddress()),
    menu: facts.menu
      .filter(({ address }) => !hidden.has(address))
      .map(({ text, address }) => ({ text, href: link(address) })),
    copyright: facts.copyright,
    address: facts.address,
    telephones: facts.telephones.map(({ text, dial }) => ({ text, href: `tel:${dial}` })),
    sisterUnions: facts.sisterUnions.map(({ name, url }) => ({ text: name, href: url })),
    links: [
      { text: 'Nguồn tin RSS', href: link(subscriptionsAddress) },
      { text: 'Lưu trữ theo tháng', href: link(archiveAddress) },
      ...(room.documents.length > 0 ? [{ text: 'Văn bản', href: link(documentsAddress) }] : []),
      ...(room.events.length > 0 ? [{ text: 'Sự kiện', href: link(eventsAddress) }] : []),
      ...(hasStatistics(room) ? [{ text: 'Thống kê truy cập', href: link(statisticsAddress) }] : []),
      { text: 'Sơ đồ trang', href: link(overviewAddress) },
      { text: 'Trợ năng', href: link(accessibilityAddress) },
      { text: 'Quyền riêng tư', href: link(privacyAddress) },
    ],
    things: publisherThings(facts, settings),
    noindex: !settings.public,
    ...(facts.counter && { statistics: link(statisticsAddress) }),
    ...(facts.notice && { notice: facts.notice }),
    ...(facts.fax && { fax: facts.fax }),
    ...(facts.email && { email: facts.email }),
    ...(facts.licence && { licence: facts.licence }),
    ...(facts.responsiblePerson && { responsiblePerson: facts.responsiblePerson }),
  };
}
