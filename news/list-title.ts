import type { Author } from './author.ts';
import type { Tag } from './tags.ts';

/** The titles of lists, for their pages, their feeds and the links to them. */
export const listTitle = {
  author: ({ name }: Pick<Author, 'name'>) => `Tác giả: ${name}`,
  tag: ({ name }: Pick<Tag, 'name'>) => `Thẻ: ${name}`,
  month: ({ year, month }: { readonly year: string; readonly month: string }) => `Tháng ${Number(month)} năm ${year}`,
  questions: 'Hỏi & đáp',
  leadership: 'Ban lãnh đạo',
  members: 'Các hội thành viên',
} as const;
