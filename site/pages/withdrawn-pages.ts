import type { WithdrawnProps } from '#layouts/withdrawn.ts';
import { articleAddress } from '#news/address.ts';
import { type Desk, framed } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Bài đã gỡ';

/** A notice at the address of every withdrawn article. */
export function withdrawnPages(context: Desk): Page<WithdrawnProps>[] {
  return context.newsroom.withdrawn.flatMap(({ slug, path, title: article, date: published, withdrawn }) => {
    const address = articleAddress(slug);
    if (!withdrawn) return [];
    return unindexed<WithdrawnProps>(address, path, (render) => ({
      ...framed(context, render, address, title, title, { noindex: true, current: '' }),
      article,
      published,
      ...withdrawn,
    }));
  });
}
