import type { MovedProps } from '#layouts/moved.ts';
import { articleAddress } from '#news/address.ts';
import { hasPage } from '#site/redirects/moved-page.ts';
import { absolute, articleLink, type Desk, framed } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Bài đã chuyển địa chỉ';

/** A redirect page at every old address that can be a file; site/redirects/ covers the other addresses. */
export function movedPages(context: Desk): Page<MovedProps>[] {
  const { articles, withdrawn } = context.newsroom;
  return [...articles, ...withdrawn].flatMap((article) =>
    article.oldUrls.filter(hasPage).map((oldUrl) => {
      const newLink = articleLink(context, article);
      return {
        ...unindexed<MovedProps>(oldUrl, article.path, (render) => ({
          ...framed(context, render, oldUrl, title, title, { noindex: true, current: '' }),
          canonical: absolute(context, articleAddress(article.slug)),
          refresh: newLink.href,
          to: newLink,
        })),
        shows: () => [article.title, article.slug],
      };
    }),
  );
}
