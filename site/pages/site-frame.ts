import type { SiteFrame } from '#layouts/frame-props.ts';
import type { Link } from '#layouts/page.ts';
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
  standingPageAddress,
  statisticsAddress,
  subscriptionsAddress,
} from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import { standingPageSlugs } from '#news/standing-page.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import { fontAddress, siteScriptAddress } from '#site/assets/assets.ts';
import { fallbackIcon, pageIcon, touchIconAddress } from '#site/assets/icons.ts';
import { webAppManifestAddress } from '#site/assets/web-app.ts';
import type { LogoPicture } from '#site/pictures/logo-picture.ts';
import type { Settings } from '#site/settings.ts';
import { directoriesOf } from './directory-pages.ts';
import { hasStatistics } from './statistics-pages.ts';

/** What is inline in pages, and the logo. */
export interface FrameAssets extends Pick<SiteFrame, 'styles' | 'choicesScript'> {
  readonly logo: LogoPicture | undefined;
}

/** What every page shares: the details of the organisation, the menu without hidden pages, style and policy. */
export function siteFrame(
  content: Pick<
    VisibleContent,
    'organisation' | 'documents' | 'events' | 'statistics' | 'members' | 'leadership' | 'pages'
  >,
  hiddenAddresses: ReadonlySet<string>,
  settings: Settings,
  { logo, ...inlineAssets }: FrameAssets,
): SiteFrame {
  const { organisation } = content;
  const link = (address: string) => settings.base + address;
  const icon = pageIcon(organisation);
  return {
    ...inlineAssets,
    name: organisation.name,
    shortName: organisation.shortName,
    homeHref: link(homeAddress),
    searchHref: link(searchAddress),
    feeds: {
      title: organisation.name,
      rss: link(feedAddress('rss')),
      atom: link(feedAddress('atom')),
      json: link(feedAddress('json')),
    },
    icon: { href: link(icon.address), type: icon.type },
    fallbackIcon: { href: link(fallbackIcon.address), size: fallbackIcon.size },
    touchIcon: link(touchIconAddress),
    manifest: link(webAppManifestAddress),
    themeColors: { light: organisation.colors.light.paper, dark: organisation.colors.dark.paper },
    font: link(fontAddress),
    script: link(siteScriptAddress),
    questionsHref: link(questionsAddress()),
    menu: organisation.menu
      .filter(({ address }) => !hiddenAddresses.has(address))
      .map(({ text, address }) => ({ text, href: link(address) })),
    copyright: organisation.copyright,
    address: organisation.address,
    telephones: organisation.telephones.map(({ text, dial }) => ({ text, href: `tel:${dial}` })),
    sisterUnions: organisation.sisterUnions.map(({ name, url }) => ({ text: name, href: url })),
    profiles: profileLinks(organisation),
    links: [
      { text: 'Nguồn tin RSS', href: link(subscriptionsAddress) },
      { text: 'Lưu trữ theo tháng', href: link(archiveAddress) },
      ...(content.documents.length > 0 ? [{ text: 'Văn bản', href: link(documentsAddress) }] : []),
      ...(content.events.length > 0 ? [{ text: 'Sự kiện', href: link(eventsAddress) }] : []),
      ...directoriesOf(content).map(({ title, address }) => ({ text: title, href: link(address) })),
      ...(hasStatistics(content) ? [{ text: 'Thống kê truy cập', href: link(statisticsAddress) }] : []),
      { text: 'Sơ đồ trang', href: link(overviewAddress) },
      { text: 'Trợ năng', href: link(accessibilityAddress) },
      { text: 'Quyền riêng tư', href: link(privacyAddress) },
      ...content.pages
        .filter(({ slug, lang, draft }) => slug === standingPageSlugs.aboutInEnglish && lang === 'en' && !draft)
        .map(({ title, slug, lang }) => ({ text: title, href: link(standingPageAddress(slug)), lang })),
    ],
    visitsShownFrom: organisation.visitsShownFrom,
    noindex: !settings.hasPublicUrl,
    ...(logo && { logo: { src: link(logo.address), width: logo.width, height: logo.height } }),
    ...(organisation.counter && { statisticsHref: link(statisticsAddress) }),
    ...(organisation.notice && { notice: organisation.notice }),
    ...(organisation.fax && { fax: organisation.fax }),
    ...(organisation.email && { email: organisation.email }),
    ...(organisation.licence && { licence: organisation.licence }),
    ...(organisation.responsiblePerson && { responsiblePerson: organisation.responsiblePerson }),
  };
}

/** The pages of the organisation on other sites. */
function profileLinks({ zalo, facebook }: Organisation): Link[] {
  return [...(zalo ? [{ text: 'Zalo', href: zalo }] : []), ...(facebook ? [{ text: 'Facebook', href: facebook }] : [])];
}
