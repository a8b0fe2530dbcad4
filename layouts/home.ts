import { isoDay, longDate, shortDate } from '#vietnamese/date.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import type { ArticleCardProps } from './components/article-card.ts';
import { type EventCardProps, eventCard } from './components/event-card.ts';
import { factLine } from './components/fact-line.ts';
import { type MostReadLink, mostReadList } from './components/most-read-list.ts';
import { type MotifPictureProps, motifPicture } from './components/motif-picture.ts';
import { type OldAddressRedirectProps, oldAddressRedirect } from './components/old-address-redirect.ts';
import { type PictureProps, picture } from './components/picture.ts';
import { type QuestionLink, sidebar } from './components/sidebar.ts';
import { storyBlock } from './components/story-block.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** An article with its category, in a list of several categories. */
export interface StoryProps extends ArticleCardProps {
  readonly category: Link;
}

/** The article at the top. */
export interface LeadStoryProps extends StoryProps {
  readonly author: string;
  /** A paragraph after the lead, in the first days, when there is room for it. */
  readonly opening?: string;
}

/** A document in the list of new ones. */
export interface NewDocumentProps {
  readonly number: string;
  readonly date: Date;
  readonly title: string;
  readonly href: string;
}

/** A category with its newest articles: the first with a picture, its own or the drawing of the category. */
export interface CategoryBlockProps {
  readonly category: Link;
  readonly first: ArticleCardProps & { readonly motif?: MotifPictureProps };
  readonly others: readonly ArticleCardProps[];
}

/** Props of the home page. */
export interface HomeProps extends FrameProps {
  /** True in the first days: the lead story has the page nearly to itself. */
  readonly isSheet: boolean;
  readonly lead?: LeadStoryProps;
  readonly newest: readonly StoryProps[];
  readonly archiveHref: string;
  /** The event whose deadline is nearest, within thirty days. */
  readonly deadline?: { readonly instant: Date; readonly event: Link };
  readonly events: readonly EventCardProps[];
  readonly eventsHref: string;
  readonly documents: readonly NewDocumentProps[];
  readonly documentsHref: string;
  /** Who the organisation is and how to reach it, while there are no events and documents. */
  readonly about?: { readonly text: string; readonly page?: Link };
  readonly contactPage?: Link;
  readonly blocks: readonly CategoryBlockProps[];
  /** Over the 30 days before `until`. */
  readonly mostRead?: { readonly until: Date; readonly articles: readonly MostReadLink[] };
  readonly questions: readonly QuestionLink[];
  /** How many of the two blocks without a category, most read and questions with visits, stand beside the news. */
  readonly asideCount: number;
  /** Present if an old address was the home page with a query: "/?p=12" */
  readonly oldAddress?: OldAddressRedirectProps;
}

/** The home page: lead story and newest articles, services beside them, then a block per category. */
export function home(props: HomeProps): Html {
  const { lead, isSheet, asideCount } = props;
  const others = [mostRead(props.mostRead), sidebar(props)].filter((block) => block !== undefined);
  const blocks = [...props.blocks.map(categoryBlock), ...others.slice(asideCount)];
  return html`${props.oldAddress && oldAddressRedirect(props.oldAddress)}${props.deadline && deadlineLine(props.deadline)}<div class="front${isSheet && ' sheet'}">
<div class="front-news">
${lead ? leadStory(lead, isSheet) : html`<p class="empty">Chưa có bài viết nào.</p>`}
${props.newest.length > 0 && newest(props)}</div>
<div class="front-services">
${events(props)}${documents(props)}${about(props)}${contact(props)}${others.slice(0, asideCount)}</div>
${blocks.length > 0 && html`<div class="front-blocks">\n${blocks}</div>\n`}</div>`;
}

function leadStory(story: LeadStoryProps, isSheet: boolean): Html {
  const facts = factLine([
    story.state && html`<strong class="state">${story.state}</strong>`,
    html`<time datetime="${isoDay(story.date)}">${longDate(story.date)}</time>`,
    html`Tác giả: ${story.author}`,
  ]);
  return html`<article class="lead-story">
<p class="category"><a href="${story.category.href}">${story.category.text}</a></p>
<h2><a href="${story.href}">${titleHtml(story.title)}</a></h2>
${isSheet && facts}${story.picture && leadPicture(story.picture)}<p${isSheet && html` class="lead"`}>${noBreak(story.lead)}</p>
${story.opening && html`<p class="opening">${noBreak(story.opening)}</p>\n`}${isSheet ? html`<p class="more"><a href="${story.href}">Đọc tiếp bài viết</a></p>` : facts}
</article>`;
}

function leadPicture(props: PictureProps): Html {
  return picture({ ...props, sizes: '(min-width: 64em) 421px, (min-width: 47em) 55vw, 92vw' });
}

function newest({ newest: stories, archiveHref }: HomeProps): Html {
  const all = { text: 'Tất cả bài viết, theo tháng', href: archiveHref };
  return storyBlock(
    'Tin mới',
    all,
    html`<ul class="rows pairs">${stories.map(
      (story) => html`<li>${storyTitle(story, 3)}
${factLine([html`${story.category.text}`, shortDateOf(story)])}</li>\n`,
    )}</ul>`,
  );
}

function storyTitle({ title, href, state }: Pick<ArticleCardProps, 'title' | 'href' | 'state'>, level?: 3): Html {
  const link = html`<a class="story" href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}`;
  return level ? html`<h3>${link}</h3>` : link;
}

function shortDateOf({ date }: { readonly date: Date }): Html {
  return html`<time datetime="${isoDay(date)}">${shortDate(date)}</time>`;
}

/** Only where the events do not stand beside the lead story. */
function deadlineLine({ instant, event }: NonNullable<HomeProps['deadline']>): Html {
  return html`<p class="deadline-line"><a href="${event.href}"><b>Hạn chót <time datetime="${isoDay(instant)}">${shortDate(instant).slice(0, 5)}</time></b> ${event.text}</a></p>
`;
}

function events({ events: cards, eventsHref }: HomeProps): Html | undefined {
  if (cards.length === 0) return undefined;
  return storyBlock(
    'Sự kiện sắp tới',
    { text: 'Tất cả sự kiện', href: eventsHref },
    html`<div class="rows">${cards.map(eventCard)}</div>`,
  );
}

function documents({ documents: list, documentsHref }: HomeProps): Html | undefined {
  if (list.length === 0) return undefined;
  return storyBlock(
    'Văn bản mới',
    { text: 'Tất cả văn bản', href: documentsHref },
    html`<ul class="rows">${list.map(
      (document) => html`<li>${factLine([html`${document.number}`, shortDateOf(document)])}
<a class="story" href="${document.href}">${titleHtml(document.title)}</a></li>\n`,
    )}</ul>`,
  );
}

function about({ about: facts, site, description }: HomeProps): Html | undefined {
  if (!facts) return undefined;
  const { page } = facts;
  return storyBlock(
    site.shortName,
    undefined,
    html`<p>${description}</p>
<p>${noBreak(facts.text)}</p>${page && html`<p><a href="${page.href}">${page.text}</a></p>`}`,
  );
}

function contact({ about: facts, contactPage, site }: HomeProps): Html | undefined {
  const [telephone, ...others] = site.telephones;
  if (!facts || !telephone) return undefined;
  return storyBlock(
    'Liên hệ',
    undefined,
    html`<p><a class="telephone" href="${telephone.href}">${telephone.text}</a></p>
${factLine([
  others.length > 0 &&
    html`${others.map(({ text, href }, index) => html`${index > 0 && ' / '}<a href="${href}">${text}</a>`)}`,
  site.fax && html`Fax: ${site.fax}`,
  site.email && html`<a href="mailto:${site.email}">${site.email}</a>`,
])}
<p>${contactPage ? html`<a href="${contactPage.href}">${site.address}</a>` : site.address}</p>`,
  );
}

function categoryBlock({ category, first, others }: CategoryBlockProps): Html {
  return storyBlock(
    category.text,
    { text: `Tất cả bài về ${category.text}`, href: category.href },
    html`<div class="rows"><article class="first">
${first.picture ? picture({ ...first.picture, sizes: '(min-width: 64em) 348px, (min-width: 47em) 45vw, 92vw' }) : first.motif && motifPicture(first.motif)}${storyTitle(first, 3)}
<p>${noBreak(first.lead)}</p>
${factLine([shortDateOf(first)])}
</article>
${others.map((story) => html`<article>${storyTitle(story, 3)}\n${factLine([shortDateOf(story)])}</article>\n`)}</div>`,
  );
}

function mostRead(read: HomeProps['mostRead']): Html | undefined {
  if (!read || read.articles.length === 0) return undefined;
  const until = html`<time datetime="${isoDay(read.until)}">${shortDate(read.until)}</time>`;
  return storyBlock(
    'Đọc nhiều',
    undefined,
    html`<p class="meta">Trong 30 ngày, tính đến ${until}</p>
${mostReadList(read.articles)}`,
  );
}
