import type { Author } from './author.ts';
import type { Tag } from './tags.ts';

/** What the lists of the site are called: on their pages, in their feeds, and where either is named. */
export const listTitle = {
  author: ({ name }: Pick<Author, 'name'>) => `Tác giả: ${name}`,
  tag: ({ name }: Pick<Tag, 'name'>) => `Thẻ: ${name}`,
  month: ({ year, month }: { readonly year: string; readonly month: string }) => `Tháng ${Number(month)} năm ${year}`,
  questions: 'Hỏi & đáp',
} as const;
