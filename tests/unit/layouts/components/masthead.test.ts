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

/** The current menu entry, whether there is a search field, and whether the name is the heading. */
function parseMasthead(current: string | undefined, home = false) {
  const { text } = masthead(site, current, home);
  const [, entry] = /<a href="([^"]*)" aria-current/.exec(text) ?? [];
  return { entry, field: text.includes('role="search"'), heading: text.includes('<h1>') };
}

test('each page marks its own menu entry, whatever was rendered before it', () => {
  for (const { href } of [...site.menu, ...site.menu]) expect(parseMasthead(href).entry).toBe(href);
  expect(parseMasthead('/bai-viet/mot-bai/').entry).toBeUndefined();
  expect(parseMasthead(undefined).entry).toBeUndefined();
});

test('only the search page has no search field in the masthead, only the home page has the name as heading', () => {
  expect(parseMasthead('/tim-kiem/').field).toBe(false);
  expect(parseMasthead('/gioi-thieu/')).toMatchObject({ field: true, heading: false });
  expect(parseMasthead('/', true)).toMatchObject({ field: true, heading: true });
  expect(parseMasthead('/').heading).toBe(false);
});
