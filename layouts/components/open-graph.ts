import { isoInstant } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';

/** A picture for other sites and programs. */
export interface PictureMetadata {
  /** Absolute. */
  readonly url: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Metadata of an article besides its title and lead. */
export interface ArticleMetadata {
  readonly published: Date;
  /** Equal to `published` until the article is changed. */
  readonly modified: Date;
  /** `url` is absolute. */
  readonly author: { readonly name: string; readonly url: string };
  readonly section: string;
  readonly tags: readonly string[];
}

/** Metadata of a page for previews of links to it. */
export interface OpenGraphProps {
  readonly site: { readonly name: string };
  readonly title: string;
  readonly description: string;
  /** Absolute. */
  readonly canonical: string;
  readonly picture?: PictureMetadata;
  /** The language of the title and the content; by default Vietnamese. */
  readonly lang?: 'vi' | 'en';
  /** Only on the page of an article. */
  readonly articleMetadata?: ArticleMetadata;
}

const locales = { vi: 'vi_VN', en: 'en_US' };

/** Open Graph tags (ogp.me) for previews of links; X reads them too, and `twitter:card` for the type of card. */
export function openGraph({
  site,
  title,
  description,
  canonical,
  picture,
  lang = 'vi',
  articleMetadata: news,
}: OpenGraphProps): Html {
  return html`<meta property="og:site_name" content="${site.name}">
<meta property="og:locale" content="${locales[lang]}">
<meta property="og:type" content="${news ? 'article' : 'website'}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">
${news && articleTags(news)}${picture && pictureTags(picture)}`;
}

function articleTags({ published, modified, author, section, tags }: ArticleMetadata): Html {
  return html`<meta property="article:published_time" content="${isoInstant(published)}">
<meta property="article:modified_time" content="${isoInstant(modified)}">
<meta property="article:author" content="${author.url}">
<meta property="article:section" content="${section}">
${tags.map((tag) => html`<meta property="article:tag" content="${tag}">\n`)}`;
}

function pictureTags({ url, type, width, height, alt }: PictureMetadata): Html {
  return html`<meta property="og:image" content="${url}">
<meta property="og:image:type" content="${type}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image:alt" content="${alt}">
`;
}
