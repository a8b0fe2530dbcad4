import { shortDate } from '#vietnamese/date.ts';
import type { ReadingCopy } from './reading-copy.ts';

/** The name of the text that lies first in the copy. */
export const readMeFile = 'DOC-TRUOC.txt';

/** What a person who opens the folder should know, as every Notepad shows it: with a mark of UTF-8, lines ending as in Windows. */
export function readMeFirst(name: string, copy: Pick<ReadingCopy, 'day' | 'origin' | 'base' | 'public'>): string {
  const lines = [
    name,
    '',
    `Bản chép ngày ${shortDate(copy.day)} để đọc khi không có mạng.`,
    '',
    'Cách đọc: nếu còn là tệp nén (.zip) thì giải nén ra một thư mục trước,',
    'rồi mở tệp index.html trong thư mục ấy bằng trình duyệt.',
    '',
    'Trong bản chép có mọi bài, ảnh và tệp đính kèm. Không có: tìm kiếm, đếm lượt',
    'truy cập, nguồn tin. Tìm một bài thì mở mục “Sơ đồ trang” hoặc “Lưu trữ theo tháng”',
    'ở cuối mỗi trang.',
    ...(copy.public ? ['', `Trang trên mạng, có bài mới và bài sửa sau ngày ấy: ${copy.origin}${copy.base}/`] : []),
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
