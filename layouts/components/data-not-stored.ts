import { html } from '../html.ts';

/** What the visit counter does not store about readers. */
export const dataNotStored = html`<ul><li>Máy đếm không dùng cookie và không ghi gì vào trình duyệt của bạn.</li>
<li>Địa chỉ mạng và tên trình duyệt không bao giờ được ghi xuống đĩa hay vào nhật ký.</li>
<li>Để biết ai đã được đếm, máy giữ một mã rút gọn từ địa chỉ mạng, tên trình duyệt và một khóa ngẫu nhiên mỗi ngày một khác. Mã được xóa trong vòng một giờ, khóa được xóa khi sang ngày, nên về sau không tính ngược lại được.</li></ul>`;
