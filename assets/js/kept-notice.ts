import { keptWhen } from './kept-when.ts';

/** A kept page that says so before anything else it says, and from when it is. */
export function withKeptNotice(page: string, at: number): string {
  const notice = `<p class="notice" role="note">Bạn đang đọc bản lưu trên máy này lúc ${keptWhen(at)}, vì chưa kết nối được với mạng. Từ lúc ấy trang có thể đã đổi. <a href="">Tải lại</a></p>`;
  return page.replace(/<main\b[^>]*>/, (main) => `${main}\n${notice}`);
}
