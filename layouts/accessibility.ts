import { contactLinks } from './components/contact-links.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';

/** The text is fixed; only the contact details come from the content. */
export type AccessibilityProps = FrameProps;

/** /tro-nang/: lists what tests/browser/ and tests/cross-browser/ test; change both together. */
export function accessibility({ title, site }: AccessibilityProps): Html {
  return html`<article class="article"><h1>${titleHtml(title)}</h1>
<div class="prose">
<p>Ai cũng phải đọc được trang này: trên màn hình lớn hay nhỏ, với chữ to, chỉ bằng bàn phím hay bằng máy đọc màn hình. Dưới đây là những gì đã thử, những gì biết là chưa được, và cách báo khi gặp trở ngại.</p>
<h2>Gặp trở ngại thì báo</h2>
<p>Xin ${contactLinks(site)}. Nói giúp: trang nào, bạn đang làm gì thì vướng, và dùng máy, trình duyệt nào nếu bạn biết.</p>
<h2>Đã thử những gì</h2>
<p>Bộ phép thử tự động của trang mở các trang mẫu đủ mọi kiểu (trang chủ, bài viết, danh sách, hỏi và đáp, tìm kiếm, thống kê…) trong trình duyệt Chromium và kiểm tra:</p>
<ul><li>Công cụ axe-core không tìm thấy lỗi nào, cả trên nền sáng và nền tối; công cụ Equal Access của IBM cũng vậy.</li>
<li>Chữ nào cũng tương phản với nền ít nhất 7:1, kể cả khi người đọc bật tương phản cao; với bảng màu riêng của hệ điều hành thì ít nhất 4,5:1.</li>
<li>Màn hình rộng 320 điểm ảnh, với cả ba cỡ chữ, không phải cuộn ngang; chữ phóng to gấp đôi vẫn vừa màn hình điện thoại, máy tính bảng và máy tính. Bảng rộng thì cuộn trong khung của nó.</li>
<li>Bằng bàn phím: lần bấm Tab đầu tiên dẫn qua thanh chuyển trang tới nội dung; chỗ đang đứng luôn có viền; kết quả tìm kiếm và bộ ảnh đi qua được bằng phím mũi tên.</li>
<li>Trình duyệt tắt JavaScript vẫn đọc được bài và đổi được cỡ chữ.</li>
<li>Không có gì tự chuyển động, và trang không xê dịch trong khi tải.</li>
<li>Bản in là chữ đen trên giấy trắng, không bị cắt.</li></ul>
<p>Mỗi bài trước khi đăng còn được máy soát: ảnh nào cũng phải có lời mô tả, đề mục phải đi từng cấp.</p>
<h2>Những gì chưa được</h2>
<ul><li>Trang chưa được thử với máy đọc màn hình (NVDA, VoiceOver, TalkBack) và chưa được người khuyết tật dùng thử.</li>
<li>Trên Firefox và WebKitGTK (cùng gốc với Safari) mới thử bố cục của mỗi kiểu trang, tìm kiếm, bộ ảnh, lưu bài, cỡ chữ, tương phản và đọc khi mất mạng, in chỉ trên Firefox; Safari chưa được thử.</li>
<li>Phép thử tự động chỉ tìm ra một phần các trở ngại; chưa có ai ở ngoài đánh giá trang.</li>
<li>Tệp đính kèm (PDF, Word…) được đăng nguyên như nhận được, chưa được soát; bản quét thì máy đọc màn hình không đọc được.</li>
<li>Video trong bài, nếu có, không có phụ đề riêng và không có lời tả hình.</li>
<li>Máy chỉ biết một ảnh có lời mô tả, không biết lời ấy đã đúng và đủ chưa.</li></ul>
</div></article>`;
}
