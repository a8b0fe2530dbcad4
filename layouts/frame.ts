import { memoizeByObject } from '#news/memoize-by-object.ts';
import { breadcrumb } from './components/breadcrumb.ts';
import { footer } from './components/footer.ts';
import { jsonLd } from './components/json-ld.ts';
import { masthead } from './components/masthead.ts';
import { openGraph } from './components/open-graph.ts';
import { sidebar } from './components/sidebar.ts';
import type { FeedHrefs, FrameProps, PageStyle, SiteFrame } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';

/** Renders the HTML document around the content of a page. */
export function frame(props: FrameProps, content: Html): string {
  const { site, title, description, canonical, breadcrumbLinks, kind, lang = 'vi' } = props;
  // With noindex, an old address would not pass its ranking on to the new one.
  const noindex = site.noindex || (props.noindex && !props.refresh);
  // The home page is in the menu; an article names its category itself.
  const trail = !props.articleMetadata && breadcrumb(breadcrumbLinks.filter(({ href }) => href !== site.homeHref));
  const style = styleFor(site, html`${trail}${content}`);
  const fullTitle = kind === 'home' ? site.name : `${title} - ${site.name}`;
  return html`<!doctype html>
<html lang="${lang}"${props.noindex && site.statisticsHref && html` data-uncounted`}>
<head>
${style.metaTags}<title>${fullTitle}</title>
<meta name="description" content="${description}">
${noindex && html`<meta name="robots" content="noindex">\n`}${props.refresh && html`<meta http-equiv="refresh" content="0; url=${props.refresh}">\n`}<link rel="canonical" href="${canonical}">
${props.translations?.map((page) => html`<link rel="alternate" hreflang="${page.lang}" href="${page.url}">\n`)}${siteAlternates(site)}${props.feeds && alternates({ ...props.feeds, title: `${props.feeds.title} - ${site.name}` })}${fontAndIcons(site)}${openGraph(props)}${!props.noindex && jsonLd(props.structuredData)}${style.styleAndScripts}${props.scripts?.map((script) => html`<script src="${script}" type="module"></script>\n`)}</head>
<body${lang !== 'vi' && html` lang="vi"`}>
<a class="skip-link" href="#noi-dung">Đến nội dung chính</a>
${masthead(site, props.current, kind === 'home')}
<div class="columns">
<main id="noi-dung" tabindex="-1">
${trail}${content}
</main>
${kind !== 'home' && sidebar(props)}
</div>
${footer(site)}
</body>
</html>
`.text;
}

const siteAlternates = memoizeByObject((site: SiteFrame) => alternates(site.feeds));

const fontAndIcons = memoizeByObject(
  (site: SiteFrame) => html`<link rel="preload" href="${site.font}" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="${site.fallbackIcon.href}" sizes="${site.fallbackIcon.size}x${site.fallbackIcon.size}">
<link rel="icon" href="${site.icon.href}" type="${site.icon.type}">
<link rel="apple-touch-icon" href="${site.touchIcon}">
<link rel="manifest" href="${site.manifest}">
<meta name="color-scheme" content="light dark">
${themeColors(site.themeColors)}`,
);

const stylesOf = memoizeByObject((site: SiteFrame) =>
  site.styles.map((style) => ({
    lacks: new RegExp(style.lacks),
    metaTags: metaTags(style),
    styleAndScripts: styleAndScripts(site, style),
  })),
);

/** The parts of the head that depend on the style of a page: the smallest that has rules for all of its content. */
function styleFor(site: SiteFrame, content: Html) {
  const styles = stylesOf(site);
  const style = styles.find(({ lacks }) => !lacks.test(content.text)) ?? styles.at(-1);
  if (!style) throw new Error('The site has no style.');
  return style;
}

function metaTags({ csp }: PageStyle): Html {
  return html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
`;
}

function styleAndScripts(site: SiteFrame, { css }: PageStyle): Html {
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
