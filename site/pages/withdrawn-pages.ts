import type { WithdrawnProps } from '#layouts/withdrawn.ts';
import { articleAddress } from '#news/address.ts';
import { type Desk, framed } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Bài đã gỡ';

/** A notice at the address of every article that was withdrawn. */
export function withdrawnPages(desk: Desk): Page<WithdrawnProps>[] {
  return desk.newsroom.withdrawn.flatMap(({ slug, path, title: article, date: published, withdrawn }) => {
    const address = articleAddress(slug);
    if (!withdrawn) return [];
    return unindexed<WithdrawnProps>(address, path, (materials) => ({
      ...framed(desk, materials, address, title, title, { noindex: true, current: '' }),
      article,
      published,
      ...withdrawn,
    }));
  });
}
