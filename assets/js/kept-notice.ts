/** A kept page that says so before anything else it says, and from when it is. */
export function withKeptNotice(page: string, at: number): string {
  const when = new Date(at).toLocaleString('vi', { dateStyle: 'full', timeStyle: 'short' });
  const notice = `<p class="notice" role="note">Bản đã lưu trên máy này ${when}, vì chưa kết nối được với trang. Trang có thể đã đổi từ lúc ấy. <a href="">Tải lại</a></p>`;
  return page.replace(/<main\b[^>]*>/, (main) => `${main}\n${notice}`);
}
