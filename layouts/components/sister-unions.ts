import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import { linkList } from './link-list.ts';

/** Links to the sites of sister unions; false where there are none. */
export function sisterUnions(links: readonly Link[]): Html | false {
  return (
    links.length > 0 && html`<section class="sister-unions"><h2>Liên kết website</h2>${linkList(links)}</section>\n`
  );
}
