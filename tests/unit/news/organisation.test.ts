import { expect, test } from 'vitest';
import { defaultShortName } from '#news/organisation.ts';

test.each([
  ['Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Mẫu', 'Liên hiệp hội'],
  ['LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH MẪU', 'Liên hiệp hội'],
  ['Liên hiệp Hội tỉnh Mẫu', 'Liên hiệp hội'],
  ['Hội Làm vườn tỉnh Mẫu', 'Hội Làm vườn tỉnh Mẫu'],
  ['Liên hiệp các tổ chức hữu nghị tỉnh Mẫu', 'Liên hiệp các tổ chức hữu nghị tỉnh Mẫu'],
  ['Liên hiệp các Hội Văn học nghệ thuật tỉnh Mẫu', 'Liên hiệp các Hội Văn học nghệ thuật tỉnh Mẫu'],
])('“%s” without a shortName is called “%s”', (name, shortName) => {
  expect(defaultShortName(name)).toBe(shortName);
});
