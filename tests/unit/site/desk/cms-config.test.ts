import { expect, test } from 'vitest';
import { cmsConfig } from '#site/desk/cms-config.ts';

interface Collection {
  readonly name: string;
  readonly path?: string;
  readonly slug: string;
}

const paths = { articles: ['2018/a.md'], questions: [], documents: [], events: [], pages: [] };
const { collections } = cmsConfig(
  { localFolder: 'trang' },
  { name: 'Trang', logo: '/a.svg', authors: [], categories: [], paths },
);
const articles = (collections as readonly Collection[]).find(({ name }) => name === 'articles');

test('an article is filed by its own date, which is not always the day on which it is saved', () => {
  expect(`${articles?.path} ${articles?.slug}`).toBe(
    "{{date | date('YYYY')}}/{{slug}} {{date | date('YYYY-MM-DD')}}-{{title}}",
  );
});
