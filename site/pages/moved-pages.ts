import type { MovedProps } from '#layouts/moved.ts';
import { articleAddress } from '#news/address.ts';
import { hasPage } from '#site/redirects/moved-page.ts';
import { absolute, articleLink, type Desk, framed } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Bài đã chuyển địa chỉ';

/** A page at every old address that a file can stand at; the others are answered by site/redirects/. */
export function movedPages(desk: Desk): Page<MovedProps>[] {
  const { articles, withdrawn } = desk.newsroom;
  return [...articles, ...withdrawn].flatMap((article) =>
    article.oldUrls.filter(hasPage).map((oldUrl) => {
      const to = articleLink(desk, article);
      return {
        ...unindexed<MovedProps>(oldUrl, article.path, (materials) => ({
          ...framed(desk, materials, oldUrl, title, title, { noindex: true, current: '' }),
          canonical: absolute(desk, articleAddress(article.slug)),
          refresh: to.href,
          to,
        })),
        shows: () => [article.title, article.slug],
      };
    }),
  );
}
