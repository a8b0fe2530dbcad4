import { contactLinks } from './components/contact-links.ts';
import { dataNotStored } from './components/data-not-stored.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';

/** Props of the page on privacy. */
export interface PrivacyProps extends FrameProps {
  /** Whether visits are counted. */
  readonly counting: boolean;
  /** Whether browsers cache pages for offline reading. */
  readonly offline: boolean;
  /** Href of the visit statistics, if there are any. */
  readonly statisticsHref?: string;
  /** Name of the search engine for readers without script. */
  readonly engine: string;
}

/** /quyen-rieng-tu/ */
export function privacy({ title, site, counting, offline, statisticsHref: figures, engine }: PrivacyProps): Html {
  return html`<article class="article"><h1>${titleHtml(title)}</h1>
<div class="prose">
<p>Đọc trang này không phải đăng ký, không phải cho biết mình là ai.</p>
<h2>Trang không làm gì</h2>
<ul><li>Không dùng cookie, không có quảng cáo, không có mã theo dõi.</li>
<li>Không tải gì từ nơi khác: chữ, ảnh và chương trình đều nằm ở chính trang này, và trang yêu cầu trình duyệt chặn mọi thứ từ nơi khác.</li>
<li>Liên kết ra ngoài, kể cả liên kết chia sẻ, chỉ là liên kết: bạn bấm vào thì nơi ấy mới biết.</li></ul>
<h2>Những gì ở lại trong trình duyệt của bạn</h2>
<p>${offline ? 'Những' : 'Chỉ những'} gì bạn đã chọn để đọc cho dễ: cỡ chữ, tương phản cao và tốc độ nghe bài. Chúng được ghi vào bộ nhớ của trình duyệt (localStorage) để trang sau dùng lại, không được gửi đi đâu; xóa dữ liệu của trang trong trình duyệt là mất.${offline && ' Ngoài ra chỉ có bản lưu của các trang, nói ở mục sau.'}</p>
${offline && offlineSection}<h2>Nghe bài</h2>
<p>Nút “Nghe bài” dùng giọng đọc có sẵn của trình duyệt. Có giọng đọc ngay trên máy, có giọng đọc qua mạng: với giọng qua mạng thì hãng làm trình duyệt nhận được lời của bài đang nghe.</p>
<h2>Tìm kiếm</h2>
<p>Việc tìm chạy ngay trong trình duyệt: những gì bạn gõ không được gửi đi, máy chủ chỉ thấy phần nào của mục lục được tải về. Trong địa chỉ, từ cần tìm đứng sau dấu #, là phần mà trình duyệt giữ lại cho mình. Khi trang chưa tải xong, khi bạn tới từ một máy tìm kiếm, hay khi trình duyệt tắt JavaScript thì có thể không như thế: từ gõ ở đầu trang được gửi tới máy chủ của trang. Trình duyệt tắt JavaScript còn được mời tìm bằng ${engine}, nơi chỉ nhận từ ấy khi bạn bấm nút.</p>
<h2>Đếm người đọc</h2>
${
  counting
    ? html`<p>Trang đếm số lượt truy cập, bằng máy đếm của chính mình.${figures && html` <a href="${figures}">Con số và cách đếm</a> ai cũng xem được.`}</p>
${dataNotStored}`
    : html`<p>Trang không đếm người đọc.${figures && html` Những con số đã đếm trước đây còn ở <a href="${figures}">trang thống kê</a>.`}</p>`
}
<h2>Máy chủ</h2>
<p>Để gửi được trang về máy của bạn, máy chủ nào cũng phải biết địa chỉ mạng của máy ấy. Trang này không ghi lại địa chỉ đó; nơi cho đặt trang có ghi hay không là theo quy định của nơi ấy.</p>
<h2>Hỏi thêm</h2>
<p>Muốn hỏi về những điều trên, hay thấy thông tin riêng của mình trong một bài, xin ${contactLinks(site)}.</p>
</div></article>`;
}

/** What is cached on the device for offline reading. */
const offlineSection = html`<h2>Bản lưu để đọc khi không có mạng</h2>
<p>Trình duyệt giữ trên máy của bạn những trang bạn đã xem gần đây, cùng phông chữ, ảnh và chương trình mà những trang ấy đã dùng; từ trang thứ hai bạn mở, cả trang chủ và mười bài mới nhất: nhiều nhất là 20 MB, cũ thì bỏ trước. Chúng chỉ hiện ra khi mạng không trả lời, có ghi lưu từ lúc nào, và không được gửi đi đâu; những gì bạn gõ không nằm trong đó. Máy đang bật chế độ tiết kiệm dữ liệu thì không có gì được tải sẵn.</p>
<p>Ai dùng chung trình duyệt này có thể thấy bạn đã xem những trang nào. Muốn xóa, bạn mở phần cài đặt của trình duyệt, tìm dữ liệu của trang web (dữ liệu trang web, site data) rồi xóa phần của trang này. Trong cửa sổ ẩn danh, đóng cửa sổ là mất.</p>
`;
