import type { MovedProps } from '#layouts/moved.ts';
import { articleAddress } from '#news/address.ts';
import { hasRedirectPage } from '#site/redirects/has-redirect-page.ts';
import { type Page, unindexedPage } from './page.ts';
import { absoluteUrl, articleLink, frameProps, type SiteContext } from './site-context.ts';

const title = 'Bài đã chuyển địa chỉ';

/** A redirect page at every old address that can be a file; site/redirects/ covers the other addresses. */
export function movedPages(context: SiteContext): Page<MovedProps>[] {
  const { articles, withdrawn } = context.content;
  return [...articles, ...withdrawn].flatMap((article) =>
    article.oldUrls.filter(hasRedirectPage).map((oldUrl) => {
      const newLink = articleLink(context, article);
      return {
        ...unindexedPage<MovedProps>(oldUrl, article.path, (render) => ({
          ...frameProps(
            context,
            render,
            { address: oldUrl, title, description: title },
            { noindex: true, current: '' },
          ),
          canonical: absoluteUrl(context, articleAddress(article.slug)),
          refresh: newLink.href,
          to: newLink,
        })),
        cacheInputs: () => [article.title, article.slug],
      };
    }),
  );
}
