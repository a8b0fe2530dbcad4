import { expect, test } from 'vitest';
import { masthead } from '#layouts/components/masthead.ts';
import type { SiteFrame } from '#layouts/frame-props.ts';

const site = {
  name: 'Hội Khoa học',
  home: '/',
  search: '/tim-kiem/',
  menu: [
    { text: 'Tin tức', href: '/chuyen-muc/tin-tuc/' },
    { text: 'Giới thiệu', href: '/gioi-thieu/' },
  ],
} as unknown as SiteFrame;

/** The entry that a masthead marks, whether it has the search field, and whether the name is the heading. */
function seen(current: string | undefined, home = false) {
  const { text } = masthead(site, current, home);
  const [, marked] = /<a href="([^"]*)" aria-current/.exec(text) ?? [];
  return { marked, field: text.includes('role="search"'), heading: text.includes('<h1>') };
}

test('each page marks its own entry of the menu, whatever was printed before it', () => {
  for (const { href } of [...site.menu, ...site.menu]) expect(seen(href).marked).toBe(href);
  expect(seen('/bai-viet/mot-bai/').marked).toBeUndefined();
  expect(seen(undefined).marked).toBeUndefined();
});

test('the page of search alone has no second field, the home page alone the name as its heading', () => {
  expect(seen('/tim-kiem/').field).toBe(false);
  expect(seen('/gioi-thieu/')).toMatchObject({ field: true, heading: false });
  expect(seen('/', true)).toMatchObject({ field: true, heading: true });
  expect(seen('/').heading).toBe(false);
});
