import { type ArticleCardProps, articleCard } from './components/article-card.ts';
import { type MotifPictureProps, motifPicture } from './components/motif-picture.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';

/** One page of a list of articles or, with their cards, of questions. */
export interface ListProps<Card = ArticleCardProps> extends FrameProps {
  readonly intro?: string;
  /** Of a category: shown beside its name on wide screens. */
  readonly motif?: MotifPictureProps;
  readonly cards: readonly Card[];
  /** Text for an empty list: that it is empty, and what to do next. */
  readonly empty: string;
  readonly older?: string;
  readonly newer?: string;
  readonly newest?: string;
}

/** One page of a category, tag, author or month. */
export function list(props: ListProps): Html {
  return html`<header class="list-header"><h1>${titleHtml(props.title)}</h1>${props.intro && html`<p>${props.intro}</p>`}${props.motif && motifPicture(props.motif)}</header>
${props.cards.length > 0 ? html`<div class="rows">${props.cards.map((card) => articleCard(card))}</div>` : html`<p class="empty">${props.empty}</p>`}
${listPager(props)}`;
}

/** Links to the other pages of a list; false where there is one page. */
export function listPager({ older, newer, newest }: Pick<ListProps, 'older' | 'newer' | 'newest'>): Html | false {
  if (!older && !newer && !newest) return false;
  return html`<nav class="pages" aria-label="Trang khác của danh sách">${newest && html`<a href="${newest}">Mới nhất</a> `}${newer && html`<a rel="prev" href="${newer}">Mới hơn</a> `}${older && html`<a rel="next" href="${older}">Cũ hơn</a>`}</nav>`;
}
