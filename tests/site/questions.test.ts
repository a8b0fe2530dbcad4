import { expect, inject, test } from 'vitest';
import { elements } from './elements.ts';
import { parsePage, readSite } from './read-site.ts';

const mainOf = (folder: string, path: string) => {
  const html = readSite(folder).get(path)?.toString() ?? '';
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
};
const newsroom = mainOf(inject('newsroomDir'), 'hoi-dap/index.html');
const union = mainOf(inject('unionDir'), 'hoi-dap/index.html');

test('the list of questions begins with links to call and to write, as far as there is a telephone and an e-mail', () => {
  const buttons = (html: string) => elements(html, 'a').filter((link) => link['class']?.includes('button'));
  expect(buttons(newsroom)).toMatchObject([
    { href: 'tel:0000000001', text: 'Gọi 0000.000.001' },
    { href: 'mailto:lien-he@example.org', text: 'Gửi thư điện tử' },
  ]);
  expect(parsePage(newsroom).text).toContain(
    'Hỏi Liên hiệp hội qua điện thoại, thư điện tử hoặc thư tay gửi về Số 1 đường Ví Dụ, thành phố Mẫu, tỉnh Mẫu.',
  );
  expect(buttons(union)).toMatchObject([{ href: 'tel:02273740223' }]);
  expect(parsePage(union).text).toContain(
    'Hỏi Liên hiệp hội qua điện thoại hoặc thư tay gửi về Số 6A- Bồ Xuyên - TP. Thái Bình, Thái Bình.',
  );
});

test('an answered question has the first words of its answer; those that wait come last', () => {
  expect(parsePage(newsroom).text).toMatch(
    /Đã trả lời Gửi bài .*? Học sinh có được dự .*? không\? Được\. Hội thi không giới hạn tuổi\. Em dưới 16 tuổi .*? đăng ký\. Ban Tổ chức Hội thi 20\/08\/2025 .* Đang chờ trả lời Xin tài liệu về trồng sen kết hợp nuôi cá ở đâu\? Bùi Văn Thí Dụ hỏi 21\/09\/2026 $/,
  );
});

test('a search form leads to the search page with only questions; an empty list has none', () => {
  expect(elements(newsroom, 'form')).toMatchObject([{ action: '/tim-kiem/' }]);
  expect(elements(newsroom, 'input')).toMatchObject([
    { name: 'chuyen-muc', value: 'Hỏi & đáp' },
    { name: 'q', placeholder: 'Tìm trong các câu hỏi…', 'aria-label': 'Tìm trong các câu hỏi' },
  ]);
  expect(elements(union, 'form')).toEqual([]);
});
