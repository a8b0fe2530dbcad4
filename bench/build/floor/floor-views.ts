import type { FloorArticle } from './floor-article.ts';

/** The markup shared by all pages, with the name and origin of the site. */
export interface FloorFrame {
  readonly name: string;
  readonly origin: string;
  readonly head: string;
  readonly top: string;
  readonly bottom: string;
}

/** A page without the shared markup. */
export interface FloorPage {
  readonly address: string;
  readonly title: string;
  readonly about: string;
  readonly trail: readonly (readonly [text: string, href: string])[];
  readonly main: string;
  readonly meta?: string;
  readonly things?: readonly object[];
}

/** Escapes text for HTML and XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The complete HTML of a page, with the shared markup. */
export function floorPageHtml({ name, origin, head, top, bottom }: FloorFrame, page: FloorPage): string {
  const { address, title, about, trail, main, meta = '', things = [] } = page;
  const breadcrumb = [...trail.map(([text, href]) => ({ name: text, item: origin + href })), { name: title }];
  const itemListElement = breadcrumb.map((item, index) => ({ '@type': 'ListItem', position: index + 1, ...item }));
  const graph = [...things, { '@type': 'BreadcrumbList', itemListElement }];
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)} - ${escapeMarkup(name)}</title>
<meta name="description" content="${escapeMarkup(about)}">
<link rel="canonical" href="${origin}${address}">
<meta property="og:site_name" content="${escapeMarkup(name)}">
<meta property="og:title" content="${escapeMarkup(title)}">
<meta property="og:description" content="${escapeMarkup(about)}">
<meta property="og:url" content="${origin}${address}">
${meta}<script type="application/ld+json">${json}</script>
${head}</head>
<body>
${top}<nav class="breadcrumb" aria-label="Vị trí trong trang"><ol>${trail.map(([text, href]) => `<li><a href="${href}">${escapeMarkup(text)}</a></li>`).join('')}</ol></nav>
${main}${bottom}</body>
</html>
`;
}

/** An article in a list. */
export function floorCard({ address, title, day, dateLabel, lead }: FloorArticle, level = 2): string {
  return `<article class="article-card">
<h${level}><a href="${address}">${escapeMarkup(title)}</a></h${level}>
<p class="meta"><time datetime="${day}">${dateLabel}</time></p>
<p>${escapeMarkup(lead)}</p>
</article>`;
}

/** The page of an article. */
export function floorArticlePage(
  origin: string,
  a: FloorArticle,
  older?: FloorArticle,
  newer?: FloorArticle,
): FloorPage {
  const url = encodeURIComponent(origin + a.address);
  const facts = { published_time: a.instant, modified_time: a.instant, author: origin + a.authorHref };
  const metas = [...Object.entries({ ...facts, section: a.category }), ...a.tags.map((tag) => ['tag', tag] as const)];
  const dates = { datePublished: a.instant, dateModified: a.instant };
  const author = { '@type': 'Organization', name: a.author, url: origin + a.authorHref };
  const about = { headline: a.title, description: a.lead, articleSection: a.category, keywords: a.tags };
  const neighbourLink = (rel: string, label: string, article?: FloorArticle) =>
    article
      ? `<p><span>${label}</span> <a rel="${rel}" href="${article.address}">${escapeMarkup(article.title)}</a></p>`
      : '';
  return {
    address: a.address,
    title: a.title,
    about: a.lead,
    trail: [
      ['Trang chủ', '/'],
      [a.category, a.categoryHref],
    ],
    meta: metas.map(([name, value]) => `<meta property="article:${name}" content="${escapeMarkup(value)}">\n`).join(''),
    things: [{ '@type': 'NewsArticle', mainEntityOfPage: origin + a.address, ...about, ...dates, author }],
    main: `<article class="article">
<header>
<p class="category"><a href="${a.categoryHref}">${escapeMarkup(a.category)}</a></p>
<h1>${escapeMarkup(a.title)}</h1>
<p class="meta"><time datetime="${a.day}">${a.dateLabel}</time> · Tác giả: <a href="${a.authorHref}">${escapeMarkup(a.author)}</a> · ${a.minutes}&nbsp;phút&nbsp;đọc</p>
</header>
<p class="lead">${escapeMarkup(a.lead)}</p>
<div class="prose">
${a.html}</div>
<p class="signature">Tác giả: ${escapeMarkup(a.author)}</p>
<ul class="tags" aria-label="Thẻ">${a.tags.map((tag, index) => `<li><a href="${a.tagHrefs[index]}">${escapeMarkup(tag)}</a></li>`).join('')}</ul>
</article>
<div class="share"><span>Chia sẻ:</span><ul><li><a href="https://www.facebook.com/sharer/sharer.php?u=${url}" rel="noopener nofollow">Facebook</a></li><li><a href="mailto:?subject=${encodeURIComponent(a.title)}&amp;body=${url}">Thư điện tử</a></li></ul></div>
<nav class="neighbours" aria-label="Bài liền kề">${neighbourLink('prev', 'Bài trước', older)}${neighbourLink('next', 'Bài sau', newer)}</nav>`,
  };
}

/** An Atom 1.0 feed with the full text of the newest articles. */
export function floorAtomFeed(
  { origin }: FloorFrame,
  address: string,
  title: string,
  newest: readonly FloorArticle[],
): string {
  const entries = newest.map(
    (a) => `<entry>
<id>${a.id}</id>
<title>${escapeMarkup(a.title)}</title>
<link rel="alternate" href="${origin}${a.address}" type="text/html"/>
<published>${a.instant}</published>
<updated>${a.instant}</updated>
<author>
<name>${escapeMarkup(a.author)}</name>
<uri>${origin}${a.authorHref}</uri>
</author>
${[a.category, ...a.tags].map((term) => `<category term="${escapeMarkup(term)}"/>\n`).join('')}<summary>${escapeMarkup(a.lead)}</summary>
<content type="html">${escapeMarkup(`<p>${escapeMarkup(a.lead)}</p>${a.html}`)}</content>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${origin}${address}</id>
<title>${escapeMarkup(title)}</title>
<updated>${newest[0]?.instant}</updated>
<link rel="alternate" href="${origin}${address}" type="text/html"/>
<link rel="self" href="${origin}${address}atom.xml" type="application/atom+xml"/>
${entries.join('')}</feed>
`;
}
