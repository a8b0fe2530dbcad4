import { expect, test } from 'vitest';
import { sidebar } from '#layouts/components/sidebar.ts';
import type { SiteFrame } from '#layouts/frame-props.ts';

const site = {
  shortName: 'Hội',
  telephones: [{ text: '3731.947', href: 'tel:02273731947' }],
  email: 'hoi@example.org',
  questionsHref: '/hoi-dap/',
  statisticsHref: '/thong-ke/',
  visitsShownFrom: 50,
} as unknown as SiteFrame;
const taken = new Date('2026-11-23T08:00:00+07:00');

test('a saved total is shown from the number on that the site sets', () => {
  const total = (saved: number) => sidebar({ site, snapshotTotal: { total: saved, taken } }).text;
  expect(total(49)).toContain('data-from="50" value="">—</data></p>');
  expect(total(50)).toContain('data-from="50" value="50">50</data> <small>tính đến');
});

test('every page tells how to ask and links the questions and the statistics, except to itself', () => {
  const linksOn = (current?: string) =>
    [...sidebar({ site, ...(current && { current }) }).text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  const ways = ['tel:02273731947', 'mailto:hoi@example.org'];
  expect(linksOn()).toEqual(['/hoi-dap/', ...ways, '/hoi-dap/', '/thong-ke/']);
  expect(linksOn('/hoi-dap/')).toEqual([...ways, '/thong-ke/']);
  expect(linksOn('/thong-ke/')).toEqual(['/hoi-dap/', ...ways, '/hoi-dap/']);
  expect(linksOn('/lien-he/')).toEqual(linksOn());
  const breadcrumbLinks = [{ text: 'Hỏi & đáp', href: '/hoi-dap/' }];
  expect(sidebar({ site, current: '/hoi-dap/', breadcrumbLinks }).text).toBe(sidebar({ site }).text);
});
