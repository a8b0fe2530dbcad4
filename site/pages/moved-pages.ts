import type { MovedProps } from '#layouts/moved.ts';
import { articleAddress } from '#news/address.ts';
import { absolute, articleLink, type Desk, framed } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Bài đã chuyển địa chỉ';

/** A page at every old address that a file can stand at; one with a query string needs the host's own redirects. */
export function movedPages(desk: Desk): Page<MovedProps>[] {
  const { articles, withdrawn } = desk.newsroom;
  return [...articles, ...withdrawn].flatMap((article) =>
    article.oldUrls
      .filter((oldUrl) => /^(\/[\w-]+)+(\/|\.html?)$/.test(oldUrl))
      .map((oldUrl) =>
        unindexed<MovedProps>(oldUrl, article.path, (materials) => {
          const to = articleLink(desk, article);
          return {
            ...framed(desk, materials, oldUrl, title, title, { noindex: true, current: '' }),
            canonical: absolute(desk, articleAddress(article.slug)),
            refresh: to.href,
            to,
          };
        }),
      ),
  );
}
