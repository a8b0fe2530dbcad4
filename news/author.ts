import type { z } from 'zod';
import { flagField, objectField, optionalTextField, slugField, textField } from './field.ts';
import { namedListField } from './named-list-field.ts';

const author = objectField('mỗi tác giả', '- name: BTT', {
  /** As written in articles: "BTT" */
  name: textField('tên tác giả (name)', 'name: BTT'),
  slug: slugField('btt'),
  description: optionalTextField('mô tả (description)', 'description: Một câu về tác giả').optional(),
  /** True for a person, false for a board or an office. */
  person: flagField('person', 'person: true'),
});

/** The schema of content/authors.yaml: the authors of articles. */
export const authorsSchema = namedListField('danh sách tác giả', 'tác giả', author);

export type Author = z.infer<typeof author>;
