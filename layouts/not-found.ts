import { type ArticleCardProps, articleCard } from './components/article-card.ts';
import { type OldAddressRedirectProps, oldAddressRedirect } from './components/old-address-redirect.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the page for unknown addresses. */
export interface NotFoundProps extends FrameProps {
  readonly links: readonly Link[];
  /** The newest articles, until pages with a similar address are found. */
  readonly newest: readonly ArticleCardProps[];
  readonly base: string;
  /** Href of the script that looks for pages with a similar address. */
  readonly similarPagesScript: string;
  /** Absent if the site has no old addresses. */
  readonly oldAddress?: OldAddressRedirectProps;
}

/** /404.html */
export function notFound(props: NotFoundProps): Html {
  return html`<h1>${titleHtml('Không tìm thấy trang này')}</h1>
${props.oldAddress && oldAddressRedirect(props.oldAddress)}<p>Địa chỉ có thể đã gõ nhầm, hoặc trang đã được chuyển đi. Mời bạn đi tiếp từ đây:</p>
<ul class="tags">${props.links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>
${
  props.newest.length > 0 &&
  html`<section class="block" data-newest><h2>Tin mới nhất</h2><div class="rows">${props.newest.map((card) => articleCard(card, 3))}</div></section>
`
}<section class="block" id="gan-giong" data-base="${props.base}" hidden><h2>Có thể bạn tìm một trong những trang này</h2><ol class="rows search-results"></ol></section>
<script src="${props.similarPagesScript}" type="module"></script>`;
}
