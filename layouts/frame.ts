import { memoizeByObject } from '#news/memoize-by-object.ts';
import { footer } from './components/footer.ts';
import { jsonLd } from './components/json-ld.ts';
import { masthead } from './components/masthead.ts';
import { openGraph } from './components/open-graph.ts';
import { sidebar } from './components/sidebar.ts';
import type { FeedHrefs, FrameProps, SiteFrame, Style } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';
import type { Link } from './page.ts';

/** Renders the HTML document around the content of a page. */
export function frame(props: FrameProps, content: Html, style: Style): string {
  const { site, title, description, canonical, breadcrumbLinks, kind, lang = 'vi' } = props;
  // With noindex, an old address would not pass its ranking on to the new one.
  const noindex = site.noindex || (props.noindex && !props.refresh);
  const fullTitle = kind === 'home' ? site.name : `${title} - ${site.name}`;
  return html`<!doctype html>
<html lang="${lang}"${props.noindex && site.statisticsHref && html` data-uncounted`}>
<head>
${metaTags(site)}<title>${fullTitle}</title>
<meta name="description" content="${description}">
${noindex && html`<meta name="robots" content="noindex">\n`}${props.refresh && html`<meta http-equiv="refresh" content="0; url=${props.refresh}">\n`}<link rel="canonical" href="${canonical}">
${props.translations?.map((page) => html`<link rel="alternate" hreflang="${page.lang}" href="${page.url}">\n`)}${siteAlternates(site)}${props.feeds && alternates({ ...props.feeds, title: `${props.feeds.title} - ${site.name}` })}${fontAndIcons(site)}${openGraph(props)}${!props.noindex && jsonLd(props.structuredData)}${styleAndScripts(site)[style]}${props.scripts?.map((script) => html`<script src="${script}" type="module"></script>\n`)}</head>
<body${lang !== 'vi' && html` lang="vi"`}>
<a class="skip-link" href="#noi-dung">Đến nội dung chính</a>
${masthead(site, props.current, kind === 'home')}
<div class="columns">
<main id="noi-dung" tabindex="-1">
${!props.articleMetadata && breadcrumb(breadcrumbLinks.filter(({ href }) => href !== site.homeHref))}${content}
</main>
${kind !== 'home' && sidebar(props)}
</div>
${footer(site)}
</body>
</html>
`.text;
}

const metaTags = memoizeByObject(
  (site: SiteFrame) => html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${site.csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
`,
);

const siteAlternates = memoizeByObject((site: SiteFrame) => alternates(site.feeds));

const fontAndIcons = memoizeByObject(
  (site: SiteFrame) => html`<link rel="preload" href="${site.font}" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="${site.icon.href}" type="${site.icon.type}">
<link rel="apple-touch-icon" href="${site.touchIcon}">
<link rel="manifest" href="${site.manifest}">
<meta name="color-scheme" content="light dark">
${themeColors(site.themeColors)}`,
);

const styleAndScripts = memoizeByObject((site: SiteFrame) => ({
  home: renderStyleAndScripts(site, site.css.home),
  item: renderStyleAndScripts(site, site.css.item),
  page: renderStyleAndScripts(site, site.css.page),
}));

function renderStyleAndScripts(site: SiteFrame, css: string): Html {
  return html`<style>${trusted(css)}</style>
<script>${trusted(site.choicesScript)}</script>
<script src="${site.script}" type="module"></script>
`;
}

/** Feed autodiscovery; most feed readers offer the first link. */
function alternates({ title, rss, atom, json }: FeedHrefs): Html {
  const formats = [
    { name: 'RSS', type: 'application/rss+xml', href: rss },
    { name: 'Atom', type: 'application/atom+xml', href: atom },
    { name: 'JSON', type: 'application/feed+json', href: json },
  ];
  return html`${formats.map(({ name, type, href }) => html`<link rel="alternate" type="${type}" title="${title} (${name})" href="${href}">\n`)}`;
}

function themeColors(paper: SiteFrame['themeColors']): Html {
  return html`${(['light', 'dark'] as const).map((scheme) => html`<meta name="theme-color" content="${paper[scheme]}" media="(prefers-color-scheme: ${scheme})">\n`)}`;
}

/** The home page is in the menu; an article names its category itself. */
function breadcrumb(links: readonly Link[]): Html | false {
  return (
    links.length > 0 &&
    html`<nav class="breadcrumb" aria-label="Vị trí trong trang"><ol>${links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></nav>\n`
  );
}
