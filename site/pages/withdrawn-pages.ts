import type { WithdrawnNoticeProps } from '#layouts/withdrawn-notice.ts';
import { articleAddress } from '#news/address.ts';
import { type Page, unindexedPage } from './page.ts';
import { frameProps, type SiteContext } from './site-context.ts';

const title = 'Bài đã gỡ';

/** A notice at the address of every withdrawn article. */
export function withdrawnPages(context: SiteContext): Page<WithdrawnNoticeProps>[] {
  return context.content.withdrawn.flatMap(({ slug, path, title: article, date: published, withdrawn }) => {
    const address = articleAddress(slug);
    if (!withdrawn) return [];
    return unindexedPage<WithdrawnNoticeProps>(address, path, (render) => ({
      ...frameProps(context, render, { address, title, description: title }, { noindex: true, current: '' }),
      article,
      published,
      ...withdrawn,
    }));
  });
}
