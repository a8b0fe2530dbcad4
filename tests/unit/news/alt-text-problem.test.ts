import { expect, test } from 'vitest';
import { altTextProblem } from '#news/alt-text-problem.ts';

test.each([
  ['Doanh thu thuần', 'doanh-thu-thuan.png'],
  ['hộp nhựa pp đựng thực phẩm', 'hop-nhua-pp-dung-thuc-pham.jpg'],
  ['Rakuten Panda', 'rakuten_panda.jpg'],
  ['Lễ ra quân', 'IMG_2031.jpg'],
])('“%s” describes %s: a file may be named after the words', (alt, file) => {
  expect(altTextProblem(alt, file)).toBeUndefined();
});

test.each([
  ['', 'a.jpg', 'chưa có mô tả'],
  ['IMG 2031', 'IMG_2031.jpg', 'có mô tả chỉ là tên tệp'],
  ['Lễ ra quân', 'lễ ra quân.jpg', 'có mô tả chỉ là tên tệp'],
  ['le-ra-quan', 'le-ra-quan.jpg', 'có mô tả chỉ là tên tệp'],
  ['Le ra quan.jpg', 'a.jpg', 'có mô tả chỉ là tên tệp'],
  ['heroku', 'heroku.png', 'có mô tả chỉ là tên tệp'],
  ['Screenshot 2024', 'screenshot-2024.png', 'có mô tả chỉ là tên tệp'],
  ['Ảnh 2', 'a.jpg', 'có mô tả “Ảnh 2”, không nói trong ảnh có gì'],
])('“%s” does not describe %s', (alt, file, problem) => {
  expect(altTextProblem(alt, file)).toBe(problem);
});

test('a description says more than the caption that stands below the picture', () => {
  expect(altTextProblem('Lễ ra quân', 'a.jpg', 'lễ ra quân')).toBe('có mô tả lặp lại chú thích');
});
