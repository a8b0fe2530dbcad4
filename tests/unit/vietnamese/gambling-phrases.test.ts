import { expect, test } from 'vitest';
import { gamblingPhrases } from '#vietnamese/gambling-phrases.ts';

const found = (text: string) => gamblingPhrases(text).map((phrase) => phrase.text);

test.each([
  ['Top 10 NHÀ CÁI UY TÍN nhất', ['NHÀ CÁI UY TÍN']],
  ['nha cai uy tin, link vao nha cai', ['nha cai uy tin', 'link vao nha cai']],
  ['Đăng ký nhận 58k, đăng ký nhận ngay 1.000.000 đồng', ['Đăng ký nhận 58k', 'đăng ký nhận ngay 1.000.000 đồng']],
  ['Tải app bắn cá đổi thưởng', ['Tải app bắn cá']],
  ['Soi kèo Ngoại hạng Anh, chơi tài  xỉu online', ['Soi kèo', 'chơi tài  xỉu online']],
])('an advertisement is found: %j', (text, phrases) => {
  expect(found(text)).toEqual(phrases);
});

test.each([
  'Công an triệt phá đường dây đánh bạc, cá độ bóng đá qua mạng; các đối tượng làm nhà cái, ghi lô đề, xóc đĩa, tài xỉu online.',
  'Trường học phòng, chống trò chơi bắn cá, nổ hũ, tài xỉu trên điện thoại.',
  'Đăng ký nhận bản tin; đăng ký nhận 58 suất học bổng; nhà cái An; keo dán, soi kẹo.',
  'Xổ số kiến thiết; dự đoán thời tiết; đường link đăng nhập hệ thống.',
])('a report is no advertisement: %j', (text) => {
  expect(found(text)).toEqual([]);
});

test('the time grows with the length', () => {
  const time = (text: string) => {
    const start = performance.now();
    gamblingPhrases(text);
    return performance.now() - start;
  };
  const worst = 'đăng ký nhận 1111111111111 nhà cái tải app soi kè '.repeat(10_000);
  time(worst);
  expect(time(worst)).toBeLessThan(20 * (time(worst.slice(0, worst.length / 4)) + 5));
});
