import { expect, test } from 'vitest';
import { convertToOfflineCopyPage } from '#site/offline/convert-to-offline-copy-page.ts';
import type { CopiedSite } from '#site/offline/copied-site.ts';

const site: CopiedSite = {
  origin: 'https://example.org',
  base: '',
  hasPublicUrl: true,
  date: new Date('2026-11-22T17:30:00Z'),
  files: new Set([
    'index.html',
    'bai-viet/a/index.html',
    'hinh-anh/x-960.jpeg',
    'hinh-anh/x-960.avif',
    'bieu-tuong.svg',
  ]),
  oldAddresses: new Map(),
};
const privateSite: CopiedSite = { ...site, origin: 'http://localhost:8080', hasPublicUrl: false };

/** Converts the HTML of a page that is one folder deep. */
function converted(html: string, from = site): string {
  return convertToOfflineCopyPage(html, 'gioi-thieu/index.html', from).text;
}

test('HTML that needs no change is byte for byte the same', () => {
  const html =
    '<!doctype html>\n<p class="lead" lang="vi">Hội &amp; &lt;hồi&gt;&nbsp;“ổn”<br>\n<!-- a --><img alt="a &amp; &quot;b&quot;" hidden-not></p>\n';
  expect(converted(html)).toBe(html);
});

test('scripts, forms, buttons and hidden elements are removed', () => {
  expect(
    converted(
      '<script>a()</script>\n<script src="/trang.js" type="module"></script>\n<form action="/tim-kiem/"><input></form><ul><li><a href="/">A</a></li><li hidden><button>B</button></li></ul><button>C</button><noscript>D</noscript><p hidden>E</p>',
    ),
  ).toBe('<ul><li><a href="../index.html">A</a></li></ul>');
});

test('a picture uses its single copied file, which is returned', () => {
  const { text, files } = convertToOfflineCopyPage(
    '<a href="/hinh-anh/x-960.jpeg"><picture><source type="image/avif" srcset="/hinh-anh/x-960.avif 960w"><img src="/hinh-anh/x-960.jpeg" srcset="/hinh-anh/x-960.jpeg 960w" sizes="9px" alt="A"></picture></a>',
    'bai-viet/a/index.html',
    site,
  );
  expect(text).toBe(
    '<a href="../../hinh-anh/x-960.jpeg"><picture><img src="../../hinh-anh/x-960.jpeg" alt="A"></picture></a>',
  );
  expect([...files]).toEqual(['hinh-anh/x-960.jpeg']);
});

test('styles come from the stylesheet of the copy, and the Content-Security-Policy allows only files', () => {
  const text = converted(
    '<meta http-equiv="Content-Security-Policy" content="x"><link rel="preload" href="/chu/a.woff2"><link rel="manifest" href="/site.webmanifest"><link rel="apple-touch-icon" href="/bieu-tuong-180.png"><link rel="icon" href="/bieu-tuong.svg"><style>a{}</style>',
  );
  expect(text).toContain('<link rel="icon" href="../bieu-tuong.svg"><link rel="stylesheet" href="../kieu-chu.css">');
  expect(text).toMatch(/^<meta [^>]*content="default-src 'none'; [^"]*"><link/);
  expect(text).not.toMatch(/https?:|\*|unsafe|chu\/a/);
});

test('a redirect page leads to the copied file', () => {
  expect(converted('<meta http-equiv="refresh" content="0; url=/bai-viet/a/">')).toBe(
    '<meta http-equiv="refresh" content="0; url=../bai-viet/a/index.html">',
  );
});

const head =
  '<link rel="canonical" href="https://example.org/gioi-thieu/"><meta property="og:url" content="https://example.org/gioi-thieu/"><script type="application/ld+json">{"url":"https://example.org/"}</script>';

test('a page keeps its public URL in its metadata', () => {
  expect(converted(head)).toBe(head);
});

test('a notice names the date of the copy in Việt Nam, and links the website', () => {
  expect(converted('<header class="masthead"><p>Hội</p></header>')).toBe(
    '<header class="masthead"><p class="notice">Bản chép ngày <time datetime="2026-11-23">23/11/2026</time> để đọc khi không có mạng. Bài mới và bài sửa sau ngày ấy ở <a href="https://example.org/">example.org</a>.</p>\n<p>Hội</p></header>',
  );
});

test('without a public URL there is no link to the website, and links to what only it has become text', () => {
  const text = converted(
    `<header class="masthead"></header>${head}<p><a href="/rss/">Nguồn <b>tin</b></a></p><div class="share">A</div><p class="printed-from">B</p>`,
    privateSite,
  );
  expect(text).toMatch(/để đọc khi không có mạng\.<\/p>\n<\/header><p>Nguồn <b>tin<\/b><\/p>$/);
});

test('without a public URL the address of a video of this site is not printed, that of another site is', () => {
  const figure = (url: string) => `<figure class="video" data-url="${url}">V</figure>`;
  const [own, other] = [figure('http://localhost:8080/bai-viet/a/v.mp4'), figure('https://example.net/v')];
  expect(converted(own + other, privateSite)).toBe(`<figure class="video">V</figure>${other}`);
});

test('a saved number of readers is kept; a number without a value is removed with its label', () => {
  const box = (total: string) =>
    `<section class="visits"><h2>Số lượt</h2>\n<p><data data-count="total" value="${total}">9</data></p>\n<p><a href="/">B</a><span>Hôm nay: <data data-count="today" value="">—</data></span></p>\n</section>`;
  expect(converted(`${box('9')}<p>A<span><data data-count="views" value="">—</data></span></p>`)).toBe(
    '<section class="visits"><h2>Số lượt</h2>\n<p><data data-count="total" value="9">9</data></p>\n<p><a href="../index.html">B</a></p>\n</section><p>A</p>',
  );
  expect(converted(`${box('')}<p>A</p>`)).toBe('<p>A</p>');
});

test('a table that may scroll is focusable by keyboard without a script', () => {
  const table = (attribute = '') => `<table${attribute}><tbody><tr><td>A</td></tr></tbody></table>`;
  expect(converted(`<div class="prose">${table()}</div>${table()}`)).toBe(
    `<div class="prose">${table(' tabindex="0"')}</div>${table()}`,
  );
});
