import type { z } from 'zod';
import { optionalText, parts, slugField, text } from './field.ts';
import { namedList } from './named-list.ts';

const category = parts('mỗi chuyên mục', '- name: Tin tức', {
  /** As displayed and as written in articles: "Tin tức - sự kiện" */
  name: text('tên chuyên mục (name)', 'name: Tin tức - sự kiện'),
  slug: slugField('tin-tuc-su-kien'),
  description: optionalText('mô tả (description)', 'description: Một câu về chuyên mục').optional(),
});

/** The schema of content/categories.yaml: the categories, in the order of the home page. */
export const categories = namedList('danh sách chuyên mục', 'chuyên mục', category);

export type Category = z.infer<typeof category>;
