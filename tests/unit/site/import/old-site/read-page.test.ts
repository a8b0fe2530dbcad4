import { expect, test } from 'vitest';
import { parseHtml } from '#site/import/import-text.ts';
import { shapeOf } from '#site/import/old-site/page-shapes.ts';
import { oldUrlOf, readPage } from '#site/import/old-site/read-page.ts';
import { lineOf } from '#site/import/tree/blocks.ts';

function page(body: string, head = ''): Buffer {
  return Buffer.from(
    `<!doctype html><html><head><title>Tên bài - Trang cũ</title>${head}</head><body>${body}</body></html>`,
  );
}

const nukeViet = page(
  `<ol class="breadcrumb"><li>Trang chủ</li><li>Tin tức</li></ol><div class="news_column"><h1 class="title">Tên bài</h1>
   <em class="pull-left">Thứ sáu - 25/12/2015 08:30</em>
   <div class="showhometext"><div class="hometext">Lời dẫn.</div><figure class="article center"><img src="/uploads/a.jpg"><figcaption>Ảnh bìa</figcaption></figure></div>
   <div id="news-bodyhtml" class="bodytext"><p>Thân bài.</p></div>
   <p class="h5 text-right"><strong>Tác giả: </strong>Lan</p><p class="h5 text-right"><strong>Nguồn tin: </strong>Báo Mẫu</p></div>`,
  '<link rel="canonical" href="http://cu.example.org/vi/news/tin-tuc/ten-bai-12.html">',
);
const joomla = page(
  `<div class="item-page"><div class="page-header"><h2 itemprop="headline">Tên bài</h2></div><dl class="article-info"><dd class="createdby">Viết bởi: Lan</dd><dd class="category-name">Chuyên mục: <a>Tin tức</a></dd><dd class="published"><time datetime="2015-12-25T01:30:00+00:00">25 Tháng 12 2015</time></dd></dl><p>Thân bài.</p><ul class="pager"><li>Trang trước</li></ul></div>`,
);
const wordPress = page(
  '<article><h1 class="entry-title">Tên bài</h1><span class="cat-links"><a rel="category tag">Tin tức</a></span><span class="author"><a class="fn">Lan</a></span><div class="entry-content"><p>Thân bài.</p><div class="sharedaddy">Chia sẻ</div></div></article>',
  '<meta property="article:published_time" content="2015-12-25T01:30:00+00:00">',
);
const aspNet = page(
  '<span id="ctl00_lblTitle">Tên bài</span><span id="ctl00_lblDate">12/25/2015 8:30:00 AM</span><span id="ctl00_lblSummary">Lời dẫn.</span><div id="ctl00_lblContent"><p>Thân bài.</p></div>',
);

test.each([
  [
    'NukeViet',
    nukeViet,
    {
      category: 'Tin tức',
      author: 'Lan',
      source: 'Báo Mẫu',
      lead: 'Lời dẫn.',
      cover: '/uploads/a.jpg',
      coverCaption: 'Ảnh bìa',
      address: '/vi/news/tin-tuc/ten-bai-12.html',
    },
  ],
  ['Joomla', joomla, { category: 'Tin tức', author: 'Lan' }],
  ['WordPress', wordPress, { category: 'Tin tức', author: 'Lan' }],
  ['DotNetNuke, ASP.NET', aspNet, { lead: 'Lời dẫn.' }],
])('a page of %s is read with its title, body and date', (system, bytes, expected) => {
  const article = readPage(bytes, undefined);
  expect(article).toMatchObject({ system, ...expected });
  expect(article.titles[0]).toBe('Tên bài');
  expect(article.dateText).toMatch(/2015/);
  expect(lineOf(parseHtml(article.html))).toBe('Thân bài.');
});

test('a page of another system is refused, unless a selector says where its body is', () => {
  const bytes = page(
    '<h1>Tên bài</h1><time datetime="2015-12-25">x</time><div class="noi-dung"><p>Thân bài.</p></div>',
  );
  expect(() => readPage(bytes, undefined)).toThrow('--body');
  expect(lineOf(parseHtml(readPage(bytes, shapeOf('.noi-dung')).html))).toBe('Thân bài.');
});

test('a list of articles is no article', () => {
  const entry = '<div class="entry-content"><p>Tóm tắt.</p></div>';
  expect(() => readPage(page(`<h1>Tin tức</h1>${entry}${entry}`), undefined)).toThrow('2 bài');
});

test.each([
  ['http://cu.example.org/Default.aspx?id=5', '/Default.aspx?id=5'],
  ['/tin-tuc/bai.html', '/tin-tuc/bai.html'],
  ['http://cu.example.org/', undefined],
  ['http://cu.example.org/?p=12', '/?p=12'],
])('the old address of %s is %s', (address, expected) => {
  expect(oldUrlOf(address)).toBe(expected);
});
