import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { stringify } from 'yaml';
import { projectRoot } from '#site/settings.ts';
import { slug } from '#vietnamese/slug.ts';
import { type ForeignArticle, foreignArticle } from './foreign-article.ts';
import { placeholderFile } from './placeholder-file.ts';
import { type AddressUse, isPictureName, replaceAddresses } from './replace-addresses.ts';

/** A foreign Markdown file and the article made of it. */
export interface WrittenArticle extends ForeignArticle {
  /** The foreign file, relative to its folder. */
  readonly source: string;
  /** The file of the article in the content folder, and the line on which its body begins. */
  readonly file: string;
  readonly firstLine: number;
}

const isDownload = /^\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|zip|rar|7z|mp3|mp4)$/;

/** The date of an article that has none, and the last one that is accepted. */
const [defaultDay, lastDay] = ['2020-01-01', '2026-11-22'];

/** Makes an article of every Markdown file below a folder; files with the same text make one article. */
export async function writeForeignContent(from: string, content: string, strict: boolean): Promise<WrittenArticle[]> {
  cpSync(join(projectRoot, 'tests', 'fixtures', 'small'), content, { recursive: true });
  const articles = readForeignArticles(from);
  const fileOf = new Map(articles.map(({ source, file }) => [join(from, source), file]));
  return Promise.all(
    articles.map(async ({ source, file, ...article }) => {
      const beside = new Set<string>();
      const replace = (address: string, use: AddressUse) => {
        const target = join(from, dirname(source), decoded(address).replace(/[?#].*$/, ''));
        const name = fileBeside(address, use);
        if (name) beside.add(name);
        return name ?? pageAddress(address, use, relative(dirname(file), fileOf.get(target) ?? file));
      };
      const body = strict ? article.body : replaceAddresses(article.body, replace);
      const frontMatter = frontMatterOf(article, source);
      write(join(content, file), frontMatter + body);
      const folder = join(content, dirname(file), basename(file, '.md'));
      for (const name of beside) write(join(folder, decoded(name)), await placeholderFile(name));
      return { ...article, source, body, file, firstLine: frontMatter.split('\n').length };
    }),
  );
}

function readForeignArticles(from: string): (ForeignArticle & Pick<WrittenArticle, 'source' | 'file'>)[] {
  const texts = new Map<string, string>();
  for (const source of globSync('**/*.{md,markdown}', { cwd: from }).sort()) {
    const text = readFileSync(join(from, source), 'utf8');
    if (source.includes('/') && !texts.has(text)) texts.set(text, source);
  }
  return Array.from(texts, ([text, source], index) => {
    const article = foreignArticle(text, basename(source, extname(source)));
    const { title, day } = article;
    const known = day && day <= lastDay ? day : defaultDay;
    const name = [known, slug(title).slice(0, 60).replace(/-+$/, ''), index + 1].filter(Boolean).join('-');
    return { ...article, day: known, source, file: join('articles', known.slice(0, 4), `${name}.md`) };
  });
}

function frontMatterOf({ title, day, body }: ForeignArticle, source: string): string {
  const hex = createHash('sha256').update(source).digest('hex');
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)];
  const fields = stringify(
    {
      ...{ title, date: day, author: 'BTT', category: 'Tin tức - sự kiện' },
      ...(!/\p{L}/u.test(body) && { description: 'Bài chưa có chữ nào.' }),
      id: `urn:uuid:${uuid.join('-')}`,
    },
    { lineWidth: 0 },
  );
  return `---\n${fields}---\n`;
}

/** The name of the picture or download beside the article that stands for one of the foreign site. */
function fileBeside(address: string, use: AddressUse): string | undefined {
  const path = address.replace(/[?#].*$/, '');
  if (path === '' || address.startsWith('data:')) return undefined;
  if (use === 'picture') return pictureName(path);
  if (isOutside(address)) return undefined;
  return isDownload.test(extname(path).toLowerCase()) || isPictureName(path) ? shortName(path) : undefined;
}

/** The address that stands for a page of the foreign site: the article made of its file, or else the home page. */
function pageAddress(address: string, use: AddressUse, article: string): string {
  const path = address.replace(/[?#].*$/, '');
  if (use === 'picture' || path === '' || isOutside(address)) return address;
  return /\.(md|markdown|mdx)$/i.test(path) ? article : '/';
}

/** Whether an address leads to another site or is filled in by a template. */
function isOutside(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)|[{}]/i.test(address);
}

function pictureName(path: string): string {
  const name = shortName(path);
  return isPictureName(name) || /\.(mp[34]|webm|mov)$/i.test(name) ? name : `${name || 'anh'}.png`;
}

function shortName(path: string): string {
  const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  return name.slice(-60).replace(/^[.\s]+/, '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function write(file: string, data: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}
