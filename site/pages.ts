import { basename } from 'node:path';
import type { ArchiveProps } from '#layouts/archive.ts';
import type { ArticleProps } from '#layouts/article.ts';
import type { ArticleCard } from '#layouts/components/article-card.ts';
import { figure, picture } from '#layouts/components/picture.ts';
import type { RssProps } from '#layouts/feeds/rss.ts';
import type { SitemapProps } from '#layouts/feeds/sitemap.ts';
import type { FrameProps, SiteFrame } from '#layouts/frame.ts';
import type { HomeProps } from '#layouts/home.ts';
import { escaped } from '#layouts/html.ts';
import type { ListProps } from '#layouts/list.ts';
import type { NotFoundProps } from '#layouts/not-found.ts';
import type { Link, Page } from '#layouts/page.ts';
import type { QuestionProps } from '#layouts/question.ts';
import type { StandingPageProps } from '#layouts/standing-page.ts';
import * as address from '#news/address.ts';
import { months } from '#news/archive.ts';
import type { Article } from '#news/article.ts';
import { frontPage } from '#news/front-page.ts';
import { listPages } from '#news/list-pages.ts';
import { neighbours } from '#news/neighbours.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { hiddenBecause } from '#news/published.ts';
import type { Question } from '#news/question.ts';
import { readingMinutes } from '#news/reading-minutes.ts';
import { related } from '#news/related.ts';
import { tagKey } from '#news/tags.ts';
import { renderBody } from './markdown.ts';
import { type MadePicture, shownPicture } from './pictures.ts';
import { besideOf } from './read-content.ts';
import type { Settings } from './settings.ts';

/** Every page of the site by the view that prints it. */
export interface SitePages {
  readonly home: Page<HomeProps>[];
  readonly article: Page<ArticleProps>[];
  readonly list: Page<ListProps>[];
  readonly archive: Page<ArchiveProps>[];
  readonly question: Page<QuestionProps>[];
  readonly standingPage: Page<StandingPageProps>[];
  readonly notFound: Page<NotFoundProps>[];
  readonly rss: Page<RssProps>[];
  readonly sitemap: Page<SitemapProps>[];
  readonly text: Page<{ readonly text: string }>[];
}

/** What pages are made from. */
export interface PageSources {
  readonly newsroom: Newsroom;
  readonly pictures: ReadonlyMap<string, MadePicture>;
  readonly settings: Settings;
  readonly site: SiteFrame;
  readonly headers: string;
}

const feedLength = 30;
const states = { draft: 'BẢN NHÁP', scheduled: 'HẸN GIỜ', expired: 'HẾT HẠN' } as const;

/** Lists every page of the site, with its address and exactly what it shows. */
export function sitePages({ newsroom, pictures, settings, site, headers }: PageSources): SitePages {
  const { organisation } = newsroom;
  const link = (to: string) => settings.base + to;
  const absolute = (to: string) => settings.origin + link(to);
  const homeLink: Link = { text: 'Trang chủ', href: link(address.homeAddress) };

  function page<Props>(at: string, source: string, props: Props): Page<Props> {
    return { address: at, file: at.endsWith('/') ? `${at.slice(1)}index.html` : at.slice(1), source, props };
  }
  function framed(at: string, title: string, description: string, more: Partial<FrameProps> = {}): FrameProps {
    return {
      site,
      title,
      description,
      canonical: absolute(at),
      current: link(at),
      trail: [homeLink],
      kind: 'page',
      ...more,
    };
  }

  function rendered(path: string, body: string, leadFromBody: boolean, firstIsLazy: boolean, toLink = link) {
    let shown = 0;
    return renderBody(body, {
      leadFromBody,
      link: (href) => (/^\/(?!\/)/.test(href) ? toLink(href) : href),
      picture: ({ src, alone, ...use }) => {
        const file = besideOf(path, src);
        const props = file && shownPicture(pictures.get(file), use, firstIsLazy || shown++ > 0);
        return props ? (alone ? figure(props) : picture(props)).text : '';
      },
    });
  }

  function state(item: Article | Question): { state?: string } {
    const reason = hiddenBecause(item, settings.now);
    return reason ? { state: states[reason] } : {};
  }

  function card(article: Article): ArticleCard {
    const shown = article.cover && shownPicture(pictures.get(article.cover.file), { alt: '' }, true);
    return {
      title: article.title,
      href: link(address.articleAddress(article.slug)),
      date: article.date,
      lead: article.lead,
      ...state(article),
      ...(shown && { picture: { ...shown, sizes: '8rem' } }),
    };
  }

  const byDate = newsroom.articles;
  const around = neighbours(byDate);
  const relatedTo = related(byDate);
  const titled = (item: { title: string; slug: string }): Link => ({
    text: item.title,
    href: link(address.articleAddress(item.slug)),
  });

  const articles = byDate.map((article, index): Page<ArticleProps> => {
    const at = address.articleAddress(article.slug);
    const url = absolute(at);
    const cover = article.cover && shownPicture(pictures.get(article.cover.file), article.cover, false);
    const body = rendered(article.path, article.body, article.leadFromBody, cover !== undefined);
    const category: Link = { text: article.category.name, href: link(address.categoryAddress(article.category.slug)) };
    const { older, newer } = around[index] ?? {};
    return page(at, article.path, {
      ...framed(at, article.title, article.lead, {
        current: category.href,
        trail: [homeLink, category],
        kind: 'article',
        noindex: hiddenBecause(article, settings.now) !== undefined,
      }),
      category,
      date: article.date,
      author: { text: article.author.name, href: link(address.authorAddress(article.author.slug)) },
      minutes: readingMinutes(`${article.lead} ${article.body}`),
      ...state(article),
      lead: article.leadFromBody ? body.lead : escaped(article.lead),
      body: body.rest,
      ...(cover && { cover }),
      ...(article.updated && article.correction && { correction: { date: article.updated, text: article.correction } }),
      ...(article.source && { source: article.source }),
      attachments: article.attachments.map(({ file, title, bytes }) => ({
        text: title,
        href: link(address.attachmentAddress(article.slug, basename(file))),
        type: basename(file).split('.').at(-1)?.toUpperCase() ?? '',
        size: `${Math.max(1, Math.round(bytes / 1000))} KB`,
      })),
      tags: article.tags.flatMap((name) => {
        const tag = newsroom.tags.get(tagKey(name));
        return tag ? [{ text: tag.name, href: link(address.tagAddress(tag.slug)) }] : [];
      }),
      ...(older && { older: titled(older) }),
      ...(newer && { newer: titled(newer) }),
      related: (relatedTo.get(article) ?? []).map((other) => ({ ...titled(other), date: other.date })),
      share: [
        { text: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}` },
        {
          text: 'Thư điện tử',
          href: `mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(url)}`,
        },
      ],
    });
  });

  interface ListOf {
    readonly title: string;
    readonly intro?: string | undefined;
    readonly empty: string;
    readonly source: string;
    readonly address: (page?: number) => string;
    readonly cards: readonly ArticleCard[];
    readonly trail?: readonly Link[];
  }
  function listOf(of: ListOf): Page<ListProps>[] {
    const { newest, older, numbered } = listPages(of.cards);
    const description = of.intro ?? `${of.title} - ${organisation.name}`;
    const shared = { empty: of.empty, ...(of.intro && { intro: of.intro }) };
    const frame = { current: link(of.address()), trail: of.trail ?? [homeLink] };
    const bare = page(of.address(), of.source, {
      ...framed(of.address(), of.title, description, frame),
      ...shared,
      cards: newest,
      ...(older && { older: link(of.address(older)) }),
    });
    const parent: Link = { text: of.title, href: link(of.address()) };
    return [
      bare,
      ...numbered.map((part) =>
        page(of.address(part.number), of.source, {
          ...framed(of.address(part.number), `${of.title} - Trang ${part.number}`, description, {
            ...frame,
            trail: [...frame.trail, parent],
          }),
          cards: part.items,
          empty: 'Trang này đang chờ bài mới.',
          newest: link(of.address()),
          ...(part.older && { older: link(of.address(part.older)) }),
          ...(part.newer && { newer: link(of.address(part.newer)) }),
        }),
      ),
    ];
  }

  const cardsOf = (list: readonly Article[]) => list.map(card);
  const byCategory = Map.groupBy(byDate, ({ category }) => category.slug);
  const byAuthor = Map.groupBy(byDate, ({ author }) => author.slug);
  const byTag = new Map<string, Article[]>();
  for (const article of byDate)
    for (const key of new Set(article.tags.map(tagKey))) byTag.set(key, [...(byTag.get(key) ?? []), article]);

  const reach = organisation.telephones[0] ? `gọi ${organisation.telephones[0].text}` : 'liên hệ trực tiếp';
  const lists = [
    ...newsroom.categories.flatMap(({ name, slug, description }) =>
      listOf({
        title: name,
        intro: description,
        source: `categories.yaml (${slug})`,
        address: (n) => address.categoryAddress(slug, n),
        empty: 'Chuyên mục này chưa có bài. Mời bạn xem các chuyên mục khác, hoặc quay lại sau.',
        cards: cardsOf(byCategory.get(slug) ?? []),
      }),
    ),
    ...newsroom.authors.flatMap(({ name, slug, description }) =>
      listOf({
        title: `Tác giả: ${name}`,
        intro: description,
        source: `authors.yaml (${slug})`,
        address: (n) => address.authorAddress(slug, n),
        empty: 'Tác giả này chưa có bài.',
        cards: cardsOf(byAuthor.get(slug) ?? []),
      }),
    ),
    ...[...byTag].flatMap(([key, tagged]) => {
      const tag = newsroom.tags.get(key);
      return tag
        ? listOf({
            title: `Thẻ: ${tag.name}`,
            source: `thẻ “${tag.name}”`,
            address: (n) => address.tagAddress(tag.slug, n),
            empty: '',
            cards: cardsOf(tagged),
          })
        : [];
    }),
    ...listOf({
      title: 'Hỏi & đáp',
      intro: `Muốn đặt câu hỏi cho ${organisation.shortName}: ${reach}, hoặc gửi thư về ${organisation.address}`,
      source: 'questions/',
      address: address.questionsAddress,
      empty: 'Chưa có câu hỏi nào được trả lời tại đây.',
      cards: newsroom.questions.map((item) => ({
        title: item.title,
        href: link(address.questionAddress(item.slug)),
        date: item.date,
        lead: item.answer ? `${item.answer.by} trả lời.` : 'Đang chờ trả lời.',
        ...state(item),
      })),
    }),
  ];

  const allMonths = months(byDate);
  const archiveLink: Link = { text: 'Lưu trữ', href: link(address.archiveAddress) };
  const dated = (list: readonly Article[]): Date => list[0]?.date ?? settings.now;
  const years = [...Map.groupBy(allMonths, ({ year }) => year)].map(([year, inYear]) => ({
    year,
    address: address.yearAddress(dated(inYear[0]?.items ?? [])),
    months: inYear.map(({ month, items }) => ({
      text: `Tháng ${Number(month)}`,
      href: link(address.monthAddress(dated(items))),
    })),
  }));
  const yearEntry = ({ year, address: at, months: list }: (typeof years)[number]) => ({
    year: { text: `Năm ${year}`, href: link(at) },
    months: list,
  });
  const archives: Page<ArchiveProps>[] = [
    page(address.archiveAddress, 'lưu trữ', {
      ...framed(address.archiveAddress, 'Lưu trữ', `Các bài đã đăng theo năm và tháng - ${organisation.name}`),
      years: years.map(yearEntry),
    }),
    ...years.map((entry) =>
      page(entry.address, 'lưu trữ', {
        ...framed(entry.address, `Lưu trữ năm ${entry.year}`, `Các bài đăng năm ${entry.year} - ${organisation.name}`, {
          trail: [homeLink, archiveLink],
        }),
        years: [yearEntry(entry)],
      }),
    ),
  ];
  for (const { year, month, items } of allMonths) {
    const at = address.monthAddress(dated(items));
    const title = `Tháng ${Number(month)} năm ${year}`;
    const yearLink: Link = { text: year, href: link(address.yearAddress(dated(items))) };
    lists.push(
      page(at, 'lưu trữ', {
        ...framed(at, title, `Các bài đăng tháng ${Number(month)} năm ${year} - ${organisation.name}`, {
          trail: [homeLink, archiveLink, yearLink],
        }),
        cards: cardsOf(items),
        empty: '',
      }),
    );
  }

  const questionsLink: Link = { text: 'Hỏi & đáp', href: link(address.questionsAddress()) };
  const questions = newsroom.questions.map((item): Page<QuestionProps> => {
    const at = address.questionAddress(item.slug);
    return page(at, item.path, {
      ...framed(at, item.title, item.text ?? item.title, {
        current: questionsLink.href,
        trail: [homeLink, questionsLink],
      }),
      date: item.date,
      ...(item.asker && { asker: item.asker }),
      ...(item.text && { text: item.text }),
      ...(item.answer && { answer: { ...item.answer, html: rendered(item.path, item.body, false, false).rest } }),
    });
  });
  const standingPages = newsroom.pages.map((item): Page<StandingPageProps> => {
    const at = address.standingPageAddress(item.slug);
    return page(at, item.path, {
      ...framed(at, item.title, item.description ?? `${item.title} - ${organisation.name}`),
      body: rendered(item.path, item.body, false, false).rest,
    });
  });

  const front = frontPage(byDate, newsroom.categories);
  const homePage: Page<HomeProps> = page(address.homeAddress, 'trang chủ', {
    ...framed(address.homeAddress, organisation.name, organisation.description, { trail: [], kind: 'home' }),
    ...(front.lead && {
      lead: {
        ...card(front.lead),
        category: { text: front.lead.category.name, href: link(address.categoryAddress(front.lead.category.slug)) },
        author: front.lead.author.name,
        ...leadPicture(front.lead),
      },
    }),
    newest: cardsOf(front.newest),
    blocks: front.blocks.map(({ category, articles: shown }) => ({
      category: { text: category.name, href: link(address.categoryAddress(category.slug)) },
      cards: cardsOf(shown),
    })),
    questions: newsroom.questions
      .slice(0, 3)
      .map((item) => ({ text: item.title, href: link(address.questionAddress(item.slug)) })),
    questionsHref: questionsLink.href,
  });
  function leadPicture({ cover }: Article): { picture?: ArticleProps['cover'] & object } {
    const shown = cover && shownPicture(pictures.get(cover.file), { alt: cover.alt }, false);
    return shown ? { picture: shown } : {};
  }

  const notFound: Page<NotFoundProps> = page('/404.html', 'trang 404', {
    ...framed('/404.html', 'Không tìm thấy trang', 'Không tìm thấy trang', { trail: [], noindex: true, current: '' }),
    ways: [
      homeLink,
      ...newsroom.categories.map(({ name, slug }) => ({ text: name, href: link(address.categoryAddress(slug)) })),
      archiveLink,
      questionsLink,
    ],
  });

  const feed: Page<RssProps> = page(address.feedAddress, 'nguồn tin', {
    title: organisation.name,
    description: organisation.description,
    home: absolute(address.homeAddress),
    self: absolute(address.feedAddress),
    items: byDate
      .filter((article) => !hiddenBecause(article, settings.now))
      .slice(0, feedLength)
      .map((article) => ({
        id: article.id,
        title: article.title,
        url: absolute(address.articleAddress(article.slug)),
        date: article.date,
        author: article.author.name,
        category: article.category.name,
        lead: article.lead,
        content: feedContent(article),
      })),
  });
  function feedContent(article: Article): string {
    const { lead, rest } = rendered(article.path, article.body, article.leadFromBody, true, absolute);
    const cover = article.cover && shownPicture(pictures.get(article.cover.file), article.cover, true);
    const all = `<p>${article.leadFromBody ? lead : escaped(article.lead)}</p>${cover ? figure(cover).text : ''}${rest}`;
    return all
      .replaceAll(`"${settings.base}/hinh-anh/`, `"${absolute('/hinh-anh/')}`)
      .replaceAll(`, ${settings.base}/hinh-anh/`, `, ${absolute('/hinh-anh/')}`);
  }

  const indexed = [homePage, ...standingPages, ...articles, ...lists, ...archives, ...questions];
  const changed = new Map(
    byDate.map((article) => [address.articleAddress(article.slug), article.updated ?? article.date]),
  );
  return {
    home: [homePage],
    article: articles,
    list: lists,
    archive: archives,
    question: questions,
    standingPage: standingPages,
    notFound: [notFound],
    rss: [feed],
    sitemap: [
      page(address.sitemapAddress, 'sơ đồ trang', {
        entries: indexed
          .filter(({ props }) => !props.noindex)
          .map(({ address: at }) => {
            const date = changed.get(at);
            return { url: absolute(at), ...(date && { changed: date }) };
          }),
      }),
    ],
    text: [
      page('/robots.txt', 'robots', {
        text: settings.public
          ? `User-agent: *\nAllow: /\n\nSitemap: ${absolute(address.sitemapAddress)}\n`
          : 'User-agent: *\nDisallow: /\n',
      }),
      page('/_headers', 'bảng tiêu đề', { text: headers }),
      page('/build.json', 'lịch dựng lại', {
        text: `${JSON.stringify({ nextBuildAt: newsroom.nextDue?.toISOString() ?? null })}\n`,
      }),
    ],
  };
}
