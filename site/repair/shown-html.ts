import { hides } from '#site/markdown/hides.ts';
import { componentTitle, type HtmlPart, isHarmful } from './html-tags.ts';

/** The page that a frame of a known site shows; undefined for other tags, other sites and frames that nobody sees. */
export function framePage({ kind, name, attributes }: HtmlPart): string | undefined {
  if (kind !== 'open' || name !== 'iframe' || hides(name, attributes)) return undefined;
  if ([attributes['width'], attributes['height']].some((side) => /^[0-5](?:px)?$/.test(side ?? ''))) return undefined;
  const source = (attributes['src'] ?? '').trim().replace(/^\/\//, 'https://');
  if (!/^https?:/i.test(source) || !URL.canParse(source)) return undefined;
  const { href, hostname, pathname, searchParams } = new URL(source);
  const id = pathname.split('/').at(-1) ?? '';
  if (/^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(hostname) && /^\/embed\/[\w-]+$/.test(pathname))
    return `https://www.youtube.com/watch?v=${id}`;
  if (hostname === 'player.vimeo.com' && /^\/video\/\d+$/.test(pathname)) return `https://vimeo.com/${id}`;
  const shared = hostname === 'www.facebook.com' ? (searchParams.get('href') ?? '') : '';
  if (/^https:\/\/(?:www\.)?facebook\.com\//.test(shared)) return shared;
  return knownSites.some((site) => hostname === site || hostname.endsWith(`.${site}`)) ? href : undefined;
}

/** Sites whose frames people put into articles: forms, maps, sound, charts, slides. */
const knownSites = [
  ...['google.com', 'forms.office.com', 'openstreetmap.org', 'spotify.com', 'soundcloud.com', 'tiktok.com'],
  ...['datawrapper.de', 'dwcdn.net', 'ourworldindata.org', 'flourish.studio', 'canva.com', 'slideshare.net', 'gov.vn'],
];

/** Whether any part could harm readers; a frame whose page is known becomes a link. */
export function areHarmful(parts: readonly HtmlPart[]): boolean {
  const hasUnknown = parts.some((part) => part.name === 'iframe' && part.kind === 'open' && !framePage(part));
  return parts.some((part) => isHarmful(part) && (part.name !== 'iframe' || hasUnknown));
}

/** What a frame is called: its title, unless it is the one that every frame of its site has. */
export function frameTitle(part: HtmlPart): string {
  const title = part.attributes['title']?.trim() ?? '';
  if (!/^(?:|(?:youtube|vimeo|facebook) (?:video )?player)$/i.test(title)) return title;
  const { hostname } = new URL(framePage(part) ?? '');
  return /(?:^|\.)(?:youtube|vimeo|facebook)\.com$/.test(hostname)
    ? 'Xem video'
    : `Xem ở ${hostname.replace(/^www\./, '')}`;
}

/** The address of a picture; pages that load pictures late have it in another attribute. */
export function pictureAddress({ attributes }: HtmlPart): string {
  const names = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-lowsrc'];
  return names.map((name) => attributes[name] ?? '').find((address) => address && !address.startsWith('data:')) ?? '';
}

/** HTML that shows as text what other programs show: links for frames, titles for components, pictures loaded late. */
export function shownHtml(html: string, parts: readonly HtmlPart[]): string {
  return parts.reduceRight((shown, part) => {
    const text = shownPart(part);
    if (text === undefined) return shown;
    // What stands inside a frame is for browsers that have none.
    const closing = part.name === 'iframe' ? shown.indexOf('</iframe>', part.end) : -1;
    return shown.slice(0, part.start) + text + shown.slice(closing < 0 ? part.end : closing);
  }, html);
}

function shownPart(part: HtmlPart): string | undefined {
  const page = framePage(part);
  if (page !== undefined) return `<a href="${escaped(page)}">${escaped(frameTitle(part))}</a>`;
  const title = componentTitle(part);
  if (title !== undefined) return `<p><b>${escaped(title)}</b></p>`;
  const { kind, name, attributes } = part;
  const address = kind === 'open' && name === 'img' ? pictureAddress(part) : '';
  if (!address || address === attributes['src']) return undefined;
  return `<img src="${escaped(address)}" alt="${escaped(attributes['alt'] ?? '')}">`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
