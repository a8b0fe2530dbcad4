import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { articleAddress } from '#news/address.ts';
import { root } from '#site/settings.ts';
import {
  type GeneratedArticle,
  generatedArticle,
  generatedAuthors,
  generatedCategories,
  generatedTags,
} from './generated-article.ts';

const pictureFolder = join(root, 'tests', 'fixtures', 'newsroom', 'articles');
const pictures = ['2017/bai-trieu-thu-nghiem', '2019/o-ruong-ban-co', '2021/hat-lua-doc', '2024/tram-bom'].map(
  (name) => `${name}.jpg`,
);

/** What stands in site.yaml: a union that does not exist. */
export const generatedOrganisation = {
  name: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Mẫu',
  copyright: 'LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH MẪU',
  description: 'Trang đo tốc độ của một liên hiệp hội không có thật.',
  notice: 'Trang đo tốc độ: mọi tin bài ở đây do máy ghép chữ, không có thật.',
  address: 'Số 1 đường Ví Dụ, thành phố Mẫu, tỉnh Mẫu',
  telephones: [{ text: '0000.000.001', dial: '0000000001' }],
  menu: [
    { text: 'Trang chủ', address: '/' },
    ...generatedCategories.map(({ name, slug }) => ({ text: name, address: `/${slug}/` })),
  ],
};

/** Where an article lies in a content folder. */
export function articleFile({ day, slug }: GeneratedArticle): string {
  return join('articles', day.slice(0, 4), `${day}-${slug}.md`);
}

/** An article as editors write it. */
export function articleText(article: GeneratedArticle, more: Readonly<Record<string, string>> = {}): string {
  const { title, day, author, category, lead, tags, body, id } = article;
  const names = { author: author.name, category: category.name, tags: tags.map(({ name }) => name) };
  const written = { title, date: day, ...names, description: lead, ...more, id };
  return `---\n${stringify(written, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** Writes a content folder of so many articles: words alone, or some pictures, a counter and its figures with them. */
export function writeGeneratedContent(folder: string, articles: number, everything = false): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('site.yaml', stringify({ ...generatedOrganisation, counter: everything }));
  write('authors.yaml', stringify(generatedAuthors));
  write('categories.yaml', stringify(generatedCategories));
  write('tags.yaml', stringify(generatedTags));
  for (let n = 0; n < articles; n++) {
    const article = generatedArticle(n);
    const picture = everything ? pictures[n] : undefined;
    const cover = { cover: `anh-${n}.jpg`, coverAlt: 'Ảnh minh họa trong bài đo tốc độ' };
    write(articleFile(article), articleText(article, picture ? cover : {}));
    if (picture) copyFileSync(join(pictureFolder, picture), join(folder, dirname(articleFile(article)), cover.cover));
  }
  if (everything) write('statistics/2026-11-22.json', JSON.stringify(snapshot(Math.min(articles, 50))));
}

function snapshot(read: number) {
  const pages = Array.from({ length: read }, (_, n) => [articleAddress(generatedArticle(n).slug), 1000 - n]);
  const days = Array.from({ length: 30 }, (_, n) => [`2026-10-${String(n + 1).padStart(2, '0')}`, 100 + n]);
  return {
    v: 1,
    at: '2026-11-22T03:00:00.000Z',
    total: 100_000,
    today: 100,
    pages: Object.fromEntries(pages),
    recent: Object.fromEntries(pages),
    days: Object.fromEntries(days),
    months: { '2026-10': 3435 },
  };
}
