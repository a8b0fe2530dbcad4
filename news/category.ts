import type { z } from 'zod';
import { objectField, optionalEnumField, optionalTextField, slugField, textField } from './field.ts';
import { motifs } from './motif.ts';
import { namedListField } from './named-list-field.ts';

const category = objectField('mỗi chuyên mục', '- name: Tin tức', {
  /** As displayed and as written in articles: "Tin tức - sự kiện" */
  name: textField('tên chuyên mục (name)', 'name: Tin tức - sự kiện'),
  slug: slugField('tin-tuc-su-kien'),
  description: optionalTextField('mô tả (description)', 'description: Một câu về chuyên mục').optional(),
  /** The drawn picture; by default derived from the slug (`categoryMotif`). */
  motif: optionalEnumField('hình vẽ (motif)', 'motif: khoa-hoc', 'hình vẽ', motifs).optional(),
});

/** The schema of content/categories.yaml: the categories, in the order of the home page. */
export const categoriesSchema = namedListField('danh sách chuyên mục', 'chuyên mục', category);

export type Category = z.infer<typeof category>;
