import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import {
  generatedArticle,
  generatedAuthors,
  generatedCategories,
  generatedPictures,
  generatedTags,
  type NameAndSlug,
} from '../fixtures/generated-article.ts';
import { withPictureFolder } from '../fixtures/with-picture-folder.ts';

const slugOf = ({ slug }: NameAndSlug) => slug;

/** Writes the articles as content of another program: one file each, which names its lists by their slugs. */
export function writeStarterContent(program: 'hugo' | 'eleventy', site: string, articles: number): void {
  const write = (path: string, frontMatter: object, body = '') => {
    mkdirSync(dirname(join(site, 'content', path)), { recursive: true });
    writeFileSync(join(site, 'content', path), `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${body}`);
  };
  for (let n = 0; n < articles; n++) {
    const { slug, id, title, day, author, category, tags, lead, body } = generatedArticle(n);
    const frontMatter = { title, date: `${day}T00:00:00+07:00`, description: lead, id };
    const lists =
      program === 'hugo'
        ? { authors: [author.slug], categories: [category.slug], tags: tags.map(slugOf), months: [day.slice(0, 7)] }
        : { author: author.slug, category: category.slug, tags: tags.map(slugOf) };
    write(`bai-viet/${slug}.md`, { ...frontMatter, ...lists }, `${withPictureFolder(body, '/hinh/')}\n`);
  }
  const pictureFolder = join(site, program === 'hugo' ? 'static' : 'content', 'hinh');
  mkdirSync(pictureFolder, { recursive: true });
  for (const [name, picture] of generatedPictures) copyFileSync(picture, join(pictureFolder, name));
  const lists = { authors: generatedAuthors, categories: generatedCategories, tags: generatedTags };
  if (program === 'eleventy') {
    const names = Object.values(lists).flatMap((list) => list.map(({ name, slug }) => [slug, name]));
    mkdirSync(join(site, '_data'), { recursive: true });
    writeFileSync(join(site, '_data', 'names.json'), JSON.stringify(Object.fromEntries(names)));
    return;
  }
  for (const [list, terms] of Object.entries(lists))
    for (const { name, slug } of terms)
      write(`${list}/${slug}/_index.md`, { title: name, ...(list === 'categories' && { outputs: ['HTML', 'ATOM'] }) });
}
