import { expect, test } from 'vitest';
import { categoriesSchema } from '#news/category.ts';
import { categoryMotif, motifs } from '#news/motif.ts';

test.each([
  ['tin-tuc-su-kien', 'tin-tuc'],
  ['khoa-hoc-va-doi-song', 'khoa-hoc'],
  ['tu-van-phan-bien', 'tu-van'],
  ['hoi-thi-sang-tao', 'hoi-thi'],
  ['thong-bao', 'thong-bao'],
  ['tin-tuc-nong-nghiep', 'nong-nghiep'],
  ['phong-chong-thien-tai', 'thuy-loi'],
  ['suc-khoe-moi-truong', 'suc-khoe'],
  ['moi-truong-suc-khoe', 'moi-truong'],
  ['chuyen-doi-so', 'cong-nghe'],
  ['lich-cong-tac-tuan', 'thong-bao'],
])('the motif of a category is that of the first word in its slug that means one: %s', (slug, motif) => {
  expect(categoryMotif({ slug })).toBe(motif);
});

test.each(['doi-ngoai', 'hoat-dong-hoi', 'duy-tep', 'a'])(
  'a slug without such a word has the motif of news: %s',
  (slug) => {
    expect(categoryMotif({ slug })).toBe('tin-tuc');
  },
);

test('a motif that the category names is taken, and each name is its own motif', () => {
  expect(categoryMotif({ slug: 'khoa-hoc', motif: 'thuy-loi' })).toBe('thuy-loi');
  for (const motif of motifs) expect(categoryMotif({ slug: motif })).toBe(motif);
});

test.each([
  ['nong nghiep', 'không có hình vẽ “nong nghiep” · có phải là “nong-nghiep”? [ten-la]'],
  ['Khoa học', 'không có hình vẽ “Khoa học” · có phải là “khoa-hoc”? [ten-la]'],
  ['con tàu vũ trụ', `không có hình vẽ “con tàu vũ trụ” · viết một trong các tên: ${motifs.join(', ')} [ten-la]`],
  ['', 'hình vẽ (motif) để trống · viết thêm nội dung, hoặc xóa dòng này [thieu-muc]'],
])('an unknown motif is reported with the nearest name, or with all of them: %j', (motif, message) => {
  const { error } = categoriesSchema.safeParse([{ name: 'Đồng ruộng', slug: 'dong-ruong', motif }]);
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});
