import type { BreadcrumbList, ListItem } from 'schema-dts';
import type { Link } from '#layouts/page.ts';

/** Where a page stands, in schema.org's words: from the home page down, itself last. */
export function breadcrumbs(origin: string, trail: readonly Link[], title: string): BreadcrumbList {
  const above = trail.map(
    ({ text, href }, index): ListItem => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      item: origin + href,
    }),
  );
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { '@type': 'ListItem', position: above.length + 1, name: title }],
  };
}
