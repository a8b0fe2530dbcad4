import type { BreadcrumbList, ListItem } from 'schema-dts';
import type { Link } from '#layouts/page.ts';

/** The trail of a page as a schema.org BreadcrumbList: from the home page down, the page itself last. */
export function breadcrumbs(origin: string, trail: readonly Link[], title: string): BreadcrumbList {
  const ancestors = trail.map(
    ({ text, href }, index): ListItem => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      item: origin + href,
    }),
  );
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...ancestors, { '@type': 'ListItem', position: ancestors.length + 1, name: title }],
  };
}
