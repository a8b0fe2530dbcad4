import type { z } from 'zod';
import { flag, optionalText, parts, slugField, text } from './field.ts';
import { namedList } from './named-list.ts';

const author = parts('mỗi tác giả', '- name: BTT', {
  /** As written in articles: "BTT" */
  name: text('tên tác giả (name)', 'name: BTT'),
  slug: slugField('btt'),
  description: optionalText('mô tả (description)', 'description: Một câu về tác giả').optional(),
  /** True for a person, false for a board or an office. */
  person: flag('person'),
});

/** The schema of content/authors.yaml: the authors of articles. */
export const authors = namedList('danh sách tác giả', 'tác giả', author);

export type Author = z.infer<typeof author>;
