import { cachedTimeLabel } from './cached-time-label.ts';

/** Adds a notice to the top of a cached page: that it is cached, and since when. */
export function addCachedNotice(page: string, cachedAt: number): string {
  const notice = `<p class="notice" role="note">Bạn đang đọc bản lưu trên máy này lúc ${cachedTimeLabel(cachedAt)}, vì chưa kết nối được với mạng. Từ lúc ấy trang có thể đã đổi. <a href="">Tải lại</a></p>`;
  return page.replace(/<main\b[^>]*>/, (main) => `${main}\n${notice}`);
}
