import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { NameAndSlug } from '../../fixtures/generated-article.ts';
import { type FloorArticle, floorArticle } from './floor-article.ts';
import {
  escapeMarkup,
  type FloorFrame,
  type FloorPage,
  floorArticlePage,
  floorAtomFeed,
  floorCard,
  floorPageHtml,
} from './floor-views.ts';

// The minimum work of a Node program for the core pages: read, render with markdown-it, fill template strings, write.
const [content = '', output = '', frameFile = ''] = process.argv.slice(2);
const frame: FloorFrame = JSON.parse(readFileSync(frameFile, 'utf8'));
const { name, origin } = frame;
const urls: string[] = [];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(output, file)), { recursive: true });
  writeFileSync(join(output, file), text);
}

function writePage(page: FloorPage, modified?: string): void {
  write(`${page.address}index.html`, floorPageHtml(frame, page));
  urls.push(`<url><loc>${origin}${page.address}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</url>\n`);
}

function writeList(address: string, title: string, articles: readonly FloorArticle[], size = 20): void {
  const pageAddress = (n: number) => (n === 1 ? address : `${address}trang-${n}/`);
  const count = Math.ceil(articles.length / size);
  for (let n = 1; n <= count; n++) {
    const cards = articles.slice((n - 1) * size, n * size).map((article) => floorCard(article));
    const newer = n > 1 ? `<a rel="prev" href="${pageAddress(n - 1)}">Mới hơn</a> ` : '';
    const older = n < count ? `<a rel="next" href="${pageAddress(n + 1)}">Cũ hơn</a>` : '';
    writePage({
      address: pageAddress(n),
      title,
      about: `${title} - ${name}`,
      trail: [['Trang chủ', '/']],
      main: `<header class="list-header"><h1>${escapeMarkup(title)}</h1></header>
<div class="cards">${cards.join('')}</div>
<nav class="pages" aria-label="Trang khác của danh sách">${newer}${older}</nav>`,
    });
  }
}

function writeFeed(address: string, title: string, articles: readonly FloorArticle[]): void {
  write(`${address}atom.xml`, floorAtomFeed(frame, address, title, articles.slice(0, 30)));
}

function block(heading: string, articles: readonly FloorArticle[]): string {
  return `<section class="block"><h2>${heading}</h2><div class="cards">${articles.map((article) => floorCard(article, 3)).join('')}</div></section>\n`;
}

const lists = ['categories', 'authors', 'tags'].map((list) => readFileSync(join(content, `${list}.yaml`), 'utf8'));
const slugOf = new Map(lists.flatMap((list): NameAndSlug[] => parse(list)).map((term) => [term.name, term.slug]));
const articles = globSync('articles/**/*.md', { cwd: content })
  .map((file) => floorArticle(join(content, file), slugOf))
  .sort((a, b) => (a.instant < b.instant ? 1 : -1));
for (const [index, article] of articles.entries())
  writePage(floorArticlePage(origin, article, articles[index + 1], articles[index - 1]), article.instant);

const byCategory = Map.groupBy(articles, ({ category }) => category);
const blocks: string[] = [];
for (const [category, inCategory] of byCategory) {
  const address = `/${slugOf.get(category)}/`;
  writeList(address, category, inCategory);
  writeFeed(address, category, inCategory);
  blocks.push(block(`<a href="${address}">${escapeMarkup(category)}</a>`, inCategory.slice(0, 4)));
}
for (const [author, byAuthor] of Map.groupBy(articles, (article) => article.author))
  writeList(`/tac-gia/${slugOf.get(author)}/`, `Tác giả: ${author}`, byAuthor);
const tagged = articles.flatMap((article) => article.tags.map((tag) => ({ tag, article })));
for (const [tag, pairs] of Map.groupBy(tagged, (pair) => pair.tag))
  writeList(
    `/the/${slugOf.get(tag)}/`,
    `Thẻ: ${tag}`,
    pairs.map(({ article }) => article),
  );
for (const [month, inMonth] of Map.groupBy(articles, (article) => article.month))
  writeList(`/luu-tru/${month}/`, `Tháng ${month}`, inMonth, inMonth.length);
const main = block('Tin mới', articles.slice(0, 7)) + blocks.join('');
writePage({ address: '/', title: name, about: name, trail: [], main });
writeFeed('/', name, articles);
const urlset = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
write('/sitemap.xml', `<?xml version="1.0" encoding="utf-8"?>\n${urlset}\n${urls.join('')}</urlset>\n`);
mkdirSync(join(output, 'hinh'));
for (const picture of globSync('articles/**/*.jpg', { cwd: content }))
  copyFileSync(join(content, picture), join(output, 'hinh', basename(picture)));
