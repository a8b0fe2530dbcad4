import { componentTitle, type HtmlPart } from './html-tags.ts';

/** The page that a frame of a known site shows; undefined for other tags and other sites. */
export function framePage({ kind, name, attributes }: HtmlPart): string | undefined {
  if (kind !== 'open' || name !== 'iframe') return undefined;
  const source = (attributes['src'] ?? '').replace(/^\/\//, 'https://');
  if (!URL.canParse(source)) return undefined;
  const { hostname, pathname, searchParams } = new URL(source);
  const id = pathname.split('/').at(-1) ?? '';
  if (/^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(hostname) && /^\/embed\/[\w-]+$/.test(pathname))
    return `https://www.youtube.com/watch?v=${id}`;
  if (hostname === 'player.vimeo.com' && /^\/video\/\d+$/.test(pathname)) return `https://vimeo.com/${id}`;
  const shared = hostname === 'www.facebook.com' ? (searchParams.get('href') ?? '') : '';
  return /^https:\/\/(?:www\.)?facebook\.com\//.test(shared) ? shared : undefined;
}

/** HTML that shows as text what other programs show: links for frames, titles for components. */
export function shownHtml(html: string, parts: readonly HtmlPart[]): string {
  return parts.reduceRight((shown, part) => {
    const page = framePage(part);
    const title = componentTitle(part);
    if (page === undefined && title === undefined) return shown;
    const text =
      page === undefined ? `<p><b>${escaped(title ?? '')}</b></p>` : `<a href="${escaped(page)}">${linkText(part)}</a>`;
    return shown.slice(0, part.start) + text + shown.slice(part.end);
  }, html);
}

/** The title of a frame, unless it is the one that every frame of its site has. */
function linkText({ attributes }: HtmlPart): string {
  const title = attributes['title']?.trim() ?? '';
  return /^(?:|(?:youtube|vimeo|facebook) (?:video )?player)$/i.test(title) ? 'Xem video' : escaped(title);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
