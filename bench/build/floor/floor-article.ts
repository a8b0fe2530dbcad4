import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import matter from 'gray-matter';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { withPictureFolder } from '../../fixtures/with-picture-folder.ts';

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const markdown = new MarkdownIt({ html: true }).use(footnotes);

/** An article with all values that the floor renders. */
export type FloorArticle = ReturnType<typeof floorArticle>;

/** Reads an article without validating it. */
export function floorArticle(file: string, slugOf: ReadonlyMap<string, string>) {
  const { data, content } = matter(readFileSync(file, 'utf8'));
  const date: Date = data['date'];
  const day = date.toISOString().slice(0, 10);
  const [year = '', month = '', number] = day.split('-');
  return {
    id: String(data['id']),
    title: String(data['title']),
    lead: String(data['description']),
    category: String(data['category']),
    author: String(data['author']),
    tags: data['tags'] as string[],
    address: `/bai-viet/${basename(file, '.md').slice(11)}/`,
    categoryHref: `/${slugOf.get(data['category'])}/`,
    authorHref: `/tac-gia/${slugOf.get(data['author'])}/`,
    tagHrefs: data['tags'].map((tag: string) => `/the/${slugOf.get(tag)}/`) as string[],
    day,
    month: `${year}/${month}`,
    instant: `${day}T00:00:00+07:00`,
    dateLabel: `${weekdays[date.getUTCDay()]}, ${number}/${month}/${year}`,
    minutes: Math.max(1, Math.round(content.split(/\s+/).length / 180)),
    html: markdown.render(withPictureFolder(content, '/hinh/')),
  };
}
