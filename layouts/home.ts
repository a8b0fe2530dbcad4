import { isoDay, longDate, shortDate } from '#vietnamese/date.ts';
import { type ArticleCardProps, articleCard } from './components/article-card.ts';
import { factLine } from './components/fact-line.ts';
import { type MostReadLink, mostReadList } from './components/most-read-list.ts';
import { type OldAddressRedirectProps, oldAddressRedirect } from './components/old-address-redirect.ts';
import { picture } from './components/picture.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the home page. */
export interface HomeProps extends FrameProps {
  readonly lead?: ArticleCardProps & { readonly category: Link; readonly author: string };
  readonly newest: readonly ArticleCardProps[];
  /** Over the 30 days before `until`. */
  readonly mostRead?: { readonly until: Date; readonly articles: readonly MostReadLink[] };
  readonly blocks: readonly { readonly category: Link; readonly cards: readonly ArticleCardProps[] }[];
  readonly questions: readonly Link[];
  readonly questionsHref: string;
  /** Present if an old address was the home page with a query: "/?p=12" */
  readonly oldAddress?: OldAddressRedirectProps;
}

/** The home page: lead story, newest and most read articles, a block per category, newest questions. */
export function home(props: HomeProps): Html {
  const { lead } = props;
  return html`${props.oldAddress && oldAddressRedirect(props.oldAddress)}${
    lead
      ? html`<article class="lead-story">
<p class="category"><a href="${lead.category.href}">${lead.category.text}</a></p>
<h2><a href="${lead.href}">${titleHtml(lead.title)}</a></h2>
${factLine([
  lead.state && html`<strong class="state">${lead.state}</strong>`,
  html`<time datetime="${isoDay(lead.date)}">${longDate(lead.date)}</time>`,
  html`Tác giả: ${lead.author}`,
])}
${lead.picture && picture(lead.picture)}<p>${lead.lead}</p>
</article>`
      : html`<p class="empty">Chưa có bài viết nào.</p>`
  }
${props.newest.length > 0 && block(html`Tin mới`, props.newest)}${mostRead(props.mostRead)}${props.blocks.map(({ category, cards }) => block(html`<a href="${category.href}">${category.text}</a>`, cards))}${props.questions.length > 0 && html`<section class="block"><h2><a href="${props.questionsHref}">Hỏi &amp; đáp</a></h2><ul class="rows">${props.questions.map(({ text, href }) => html`<li><a class="story" href="${href}">${text}</a></li>`)}</ul></section>`}`;
}

function block(heading: Html, cards: readonly ArticleCardProps[]): Html {
  return html`<section class="block"><h2>${heading}</h2><div class="rows">${cards.map((card) => articleCard(card, 3))}</div></section>\n`;
}

function mostRead(read: HomeProps['mostRead']): Html | undefined {
  if (!read || read.articles.length === 0) return undefined;
  return html`<section class="block"><h2>Đọc nhiều</h2>
<p class="meta">Trong 30 ngày, tính đến <time datetime="${isoDay(read.until)}">${shortDate(read.until)}</time></p>
${mostReadList(read.articles)}</section>\n`;
}
