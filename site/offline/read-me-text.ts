import { shortDate } from '#vietnamese/date.ts';
import type { CopiedSite } from './copied-site.ts';

/** The name of the first file of the offline copy. */
export const readMeFileName = 'DOC-TRUOC.txt';

/** The read-me of the offline copy, for any version of Notepad: with a byte order mark and CRLF line endings. */
export function readMeText(name: string, site: Pick<CopiedSite, 'date' | 'origin' | 'base' | 'hasPublicUrl'>): string {
  const lines = [
    name,
    '',
    `Bản chép ngày ${shortDate(site.date)} để đọc khi không có mạng.`,
    '',
    'Cách đọc: nếu còn là tệp nén (.zip) thì giải nén ra một thư mục trước,',
    'rồi mở tệp index.html trong thư mục ấy bằng trình duyệt.',
    '',
    'Trong bản chép có mọi bài, ảnh và tệp đính kèm. Không có: tìm kiếm, đếm lượt',
    'truy cập, nguồn tin. Tìm một bài thì mở mục “Sơ đồ trang” hoặc “Lưu trữ theo tháng”',
    'ở cuối mỗi trang.',
    ...(site.hasPublicUrl
      ? ['', `Trang trên mạng, có bài mới và bài sửa sau ngày ấy: ${site.origin}${site.base}/`]
      : []),
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
