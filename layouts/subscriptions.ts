import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** A feed in the list. */
export interface FeedListing {
  /** The list that the feed follows. */
  readonly about: Link;
  /** Absolute URL, for feed readers. */
  readonly url: string;
  /** The feed in each format. */
  readonly formats: readonly Link[];
  /** Links that add it to a web service. */
  readonly services: readonly Link[];
}

/** Props of the page of feeds. */
export interface SubscriptionsProps extends FrameProps {
  readonly groups: readonly { readonly title: string; readonly feeds: readonly FeedListing[] }[];
}

/** /rss/ */
export function subscriptions(props: SubscriptionsProps): Html {
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
<p>Nguồn tin (RSS) là một địa chỉ để chương trình đọc tin hỏi thay bạn: trang có bài mới thì bài tự hiện ra trong chương trình ấy. Bạn không phải mở trang để xem có gì mới, không phải để lại địa chỉ thư hay số điện thoại ở đây, và thôi theo dõi lúc nào cũng được. Hãy chọn một nguồn ở dưới, sao chép địa chỉ của nó rồi dán vào chương trình đọc tin bạn dùng.</p>
<section class="prose"><h2>Cách theo dõi</h2>
<ul><li><strong>Feedly, Inoreader</strong> (đọc trên trình duyệt hay điện thoại): bấm tên ấy ở nguồn bạn chọn.</li>
<li><strong>Thunderbird</strong>: tạo một tài khoản nguồn tin (Feed Account), rồi thêm địa chỉ vào đó.</li>
<li><strong>Chương trình khác</strong>: tìm lệnh thêm nguồn (Add feed, Subscribe) rồi dán địa chỉ.</li></ul>
<p>RSS, Atom và JSON là ba cách ghi cùng một nội dung, đều có toàn văn của bài; không rõ nên dùng cách nào thì chọn RSS.</p></section>
${props.groups.map(
  ({ title, feeds }) => html`<section><h2>${title}</h2>
<ul class="feeds">${feeds.map(feedEntry)}</ul></section>\n`,
)}</article>`;
}

function feedEntry({ about, url: address, formats, services }: FeedListing): Html {
  return html`<li><a href="${about.href}">${about.text}</a><br><code>${address}</code>
<ul aria-label="${about.text}">${formats.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}${services.map(({ text, href }) => html`<li><a href="${href}" rel="noopener nofollow">${text}</a></li>`)}<li></li></ul></li>\n`;
}
