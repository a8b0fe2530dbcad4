import type { z } from 'zod';
import { optionalText, parts, slugField, text } from './field.ts';
import { namedList } from './named-list.ts';

const category = parts('mỗi chuyên mục', '- name: Tin tức', {
  /** As readers see it and as articles name it: "Tin tức - sự kiện" */
  name: text('tên chuyên mục (name)', 'name: Tin tức - sự kiện'),
  slug: slugField('tin-tuc-su-kien'),
  description: optionalText('mô tả (description)', 'description: Một câu về chuyên mục').optional(),
});

/** content/categories.yaml: the sections of the newspaper, in the order of the home page. */
export const categories = namedList('danh sách chuyên mục', 'chuyên mục', category);

export type Category = z.infer<typeof category>;
