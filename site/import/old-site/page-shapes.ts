/** CSS selectors of the parts of an article in the pages of one system; of several that match, the first counts. */
export interface PageShape {
  readonly system: string;
  readonly body: readonly string[];
  /** Parts inside the body that do not belong to it; what text they have is told. */
  readonly without: readonly string[];
  readonly title: readonly string[];
  readonly date: readonly string[];
  readonly lead: readonly string[];
  readonly author: readonly string[];
  readonly source: readonly string[];
  readonly category: readonly string[];
  /** A picture above the body, and its caption. */
  readonly cover: readonly string[];
  readonly coverCaption: readonly string[];
}

/** What pages of any system may have; `body` is of the command line. */
export function shapeOf(body: string): PageShape {
  return { system: body, body: [body], ...common, without: [], lead: [], cover: [], coverCaption: [], source: [] };
}

/** Titles, dates and authors where any system may have them, the surest first. */
const common = {
  title: ['h1', 'meta[property="og:title"]', 'title'],
  date: [
    ...['meta[property="article:published_time"]', '[itemprop=datePublished]', 'time[datetime]', '[class*="date"]'],
    ...['[class*="Date"]', '.byline', '.post-byline', '.Time', '.time', '[class*="ngay"]'],
  ],
  author: ['[itemprop=author] [itemprop=name]', '[itemprop=author]', '[rel=author]'],
  category: ['[itemprop=articleSection]', 'meta[property="article:section"]'],
};

/** What systems and their plug-ins put into a body: its own head, buttons, counters, lists of other articles. */
const additions = [
  'script, style, form, nav, aside, .createdate, .createby, .modifydate, .buttonheading, .contentheading, .pager, .pagenav',
  '.article_separator, .article-info, .page-header, .content_rating, .item-page__metainfo, .pagination, .tags, .icons, .actions',
  '.sharedaddy, .addtoany_share_save_container, .addtoany_content, .heateor_sss_sharing_container, .socialicon, .sd-block',
  '.fb-like, .fb-comments, .fb-share-button, [class*="wpulike"], .kk-star-ratings, .rmp-widgets-container, .post-views',
  '[class*="social-share"], [class*="share-button"], [class*="sharing"], .wp-block-buttons, #toc_container, .ez-toc-container',
  '.jp-relatedposts, .yarpp, .yarpp-related, .wp_rp_wrap, [class*="related-post"], [class*="relatedpost"], .post-navigation',
  '#comments, .comments-area, .comment-respond, .author-box, .sb_date, .sb_author, .sb_viewcount, .OtherTitle, .tbtinkhac',
  '.css_readCounter, .css_printandback',
];

/** Around elements that tell of other articles. */
export const elsewhere =
  '[class*="related"], [class*="recent-"], [class*="popular"], .widget, .sidebar, #sidebar, aside, footer, nav';

/** The systems that most unions have had; which one made a page is known by its body. */
export const pageShapes: readonly PageShape[] = [
  {
    system: 'NukeViet',
    body: ['#news-bodyhtml', '#news_detail .bodytext', '.news_column .bodytext', '.bodytext'],
    without: additions,
    title: ['.news_column h1', 'h1.title', 'h1[itemprop=headline]', '#news_detail h1', 'h1'],
    date: [
      '.news_column .h5',
      '.news_column em.time',
      'em.pull-left',
      '.news_column .time',
      '#news_detail .time',
      'span.h5',
      '.time',
      ...common.date,
    ],
    lead: ['.hometext', '[itemprop=description].hometext'],
    author: ['[itemprop=author] [itemprop=name]', '.text-right'],
    source: ['.text-right'],
    category: ['.breadcrumb li:last-child', '.breadcrumbs li:last-child'],
    cover: ['.showhometext figure img', 'figure.article img', '.imghome img'],
    coverCaption: ['.showhometext figcaption', 'figure.article figcaption', '.imghome em'],
  },
  {
    system: 'Joomla',
    body: [
      '.item-page [itemprop=articleBody]',
      '.com-content-article__body',
      '.itemFullText',
      '.item-page',
      '.article-content',
      '#k2Container .itemBody',
      '.itemBody',
      'table.contentpaneopen:not(:has(.contentheading))',
    ],
    without: [...additions, 'h1', 'dl.article-info'],
    title: [
      '.item-page [itemprop=headline]',
      '.item-page [itemprop=name]',
      '.itemTitle',
      '.item-page h1',
      '.item-page h2',
      '.contentheading',
      ...common.title,
    ],
    date: [
      '.published time',
      'time[itemprop=datePublished]',
      '.createdate',
      '.blogDate',
      '.itemDateCreated',
      '.published',
      '.create',
      ...common.date,
    ],
    lead: ['.itemIntroText'],
    author: ['.createdby [itemprop=name]', '.createdby', '.itemAuthor a'],
    source: [],
    category: ['.category-name a', '.category-name', '.itemCategory a'],
    cover: ['.item-page .item-image img', '.itemImage img'],
    coverCaption: ['.item-page .item-image figcaption', '.itemImageCaption'],
  },
  {
    system: 'WordPress',
    body: [
      '.entry-content',
      '.td-post-content',
      '.post-content',
      '.entry',
      '.single-content',
      '.mk-single-content',
      '.elementor-widget-theme-post-content',
      '.wp-block-post-content',
      '.post-entry',
      '.post_content',
    ],
    without: additions,
    title: ['h1.entry-title', '.entry-title', 'h1.post-title', '.post-title', 'h1', ...common.title],
    date: [
      'meta[property="article:published_time"]',
      'time.entry-date',
      'time.published',
      '.entry-date',
      '.post-date',
      '.entry-meta .date',
      ...common.date,
    ],
    lead: [],
    author: ['.author .fn', '.author a', '.entry-author-name', ...common.author],
    source: [],
    category: ['[rel~=category]', '.cat-links a', '.entry-category a', ...common.category],
    cover: ['.post-thumbnail img', '.entry-header img.wp-post-image', '.td-post-featured-image img'],
    coverCaption: ['.post-thumbnail figcaption', '.td-post-featured-image figcaption'],
  },
  {
    system: 'DotNetNuke, ASP.NET',
    body: [
      '[id$="_ViewPost_lblEntry"]',
      '[id$="_ViewPost_mainBody"]',
      '[id$="lblContent"]',
      '[id$="lblNoiDung"]',
      '[id$="ltrContent"]',
      '[id$="lblDetail"]',
      '[id$="divContent"]',
      '[id$="lblBody"]',
      '[id$="_Content"].Normal',
    ],
    without: additions,
    title: [
      '[id$="_ViewPost_lblTitle"]',
      '[id$="lblTitle"]',
      '[id$="lblTieuDe"]',
      '[id$="lblHeadline"]',
      'h1',
      ...common.title,
    ],
    date: [
      '[id$="_ViewPost_lblLongDate"]',
      '[id$="lblDate"]:not([id*="CURRENTDATE"])',
      '[id$="lblNgay"]',
      '[id$="lblNgayDang"]',
      '[id$="lblPublishDate"]',
      '[id$="lblCreatedDate"]',
      ...common.date,
    ],
    lead: [
      '[id$="lblSummary"]',
      '[id$="lblTomTat"]',
      '[id$="lblDescription"]',
      '[id$="lblLead"]',
      '[id$="lblTrichYeu"]',
    ],
    author: ['[id$="lblAuthor"]', '[id$="lblTacGia"]', ...common.author],
    source: ['[id$="lblSource"]', '[id$="lblNguon"]'],
    category: ['[id$="lblCategory"]', '[id$="lblChuyenMuc"]', ...common.category],
    cover: ['[id$="imgArticle"]', '[id$="imgNews"]'],
    coverCaption: [],
  },
  {
    system: 'SharePoint',
    body: ['.postMain #bodytext', '.ms-rtestate-field', '[id$="RichHtmlField"]', '.details-content', '.postMain'],
    without: additions,
    title: ['p.Title', '.details-title', ...common.title],
    date: ['.Time', '.details-date', '.postDate', ...common.date],
    lead: ['.lv_description_mode1', '.sapo', '.lead'],
    author: common.author,
    source: [],
    category: common.category,
    cover: [],
    coverCaption: [],
  },
];
