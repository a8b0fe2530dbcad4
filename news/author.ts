import type { z } from 'zod';
import { flag, optionalText, parts, slugField, text } from './field.ts';
import { namedList } from './named-list.ts';

const author = parts('mỗi tác giả', '- name: BTT', {
  /** As articles sign it: "BTT" */
  name: text('tên tác giả (name)', 'name: BTT'),
  slug: slugField('btt'),
  description: optionalText('mô tả (description)', 'description: Một câu về tác giả').optional(),
  /** Whether it is the name of one person, and not of a board or an office. */
  person: flag('person'),
});

/** content/authors.yaml: who may sign an article. */
export const authors = namedList('danh sách tác giả', 'tác giả', author);

export type Author = z.infer<typeof author>;
