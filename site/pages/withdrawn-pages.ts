import type { WithdrawnProps } from '#layouts/withdrawn.ts';
import { articleAddress } from '#news/address.ts';
import { type Page, unindexedPage } from './page.ts';
import { frameProps, type SiteContext } from './site-context.ts';

const title = 'Bài đã gỡ';

/** A notice at the address of every withdrawn article. */
export function withdrawnPages(context: SiteContext): Page<WithdrawnProps>[] {
  return context.content.withdrawn.flatMap(({ slug, path, title: article, date: published, withdrawn }) => {
    const address = articleAddress(slug);
    if (!withdrawn) return [];
    return unindexedPage<WithdrawnProps>(address, path, (render) => ({
      ...frameProps(context, render, address, title, title, { noindex: true, current: '' }),
      article,
      published,
      ...withdrawn,
    }));
  });
}
