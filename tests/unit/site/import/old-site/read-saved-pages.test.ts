import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readSavedPages, savedPages } from '#site/import/old-site/read-saved-pages.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** The articles of pages with these bodies, by the place of each. */
function articlesOf(pages: Readonly<Record<string, string>>, undated?: string) {
  const folder = temporaryFolder();
  for (const [name, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `<!doctype html><html>${html}</html>`);
  }
  return readSavedPages(folder, savedPages(folder), undefined, undated);
}

function page({ title = 'Bài', date = '25/12/2015', head = '', body = '<p>Thân bài.</p>', around = '' }): string {
  return `<head>${head}</head><body><h1>Trang cũ</h1><h1 class="entry-title">${title}</h1>${around}<span class="entry-date">${date}</span><div class="entry-content">${body}</div></body>`;
}

test('what several pages have is no title and no address of an article', async () => {
  const head = '<link rel="canonical" href="http://cu.example.org/home/">';
  const plain = (title: string) => page({ title, head }).replace(' class="entry-title"', '');
  const { articles } = articlesOf({ 'a.html': plain('Bài một'), 'b.html': plain('Bài hai') });
  expect(articles.map(({ title, oldUrls }) => [title, oldUrls])).toEqual([
    ['Bài một', ['/a.html']],
    ['Bài hai', ['/b.html']],
  ]);
});

test('a mirror keeps addresses by host, with the query in the name of the file', async () => {
  const { articles } = articlesOf({
    'cu.example.org/Default.aspx@id=5.html': page({ title: 'Bài một' }),
    'cu.example.org/tin/bai.html': page({ title: 'Bài hai', head: '<link rel="canonical" href="index.html">' }),
  });
  expect(articles.map(({ oldUrls }) => oldUrls)).toEqual([['/Default.aspx?id=5'], ['/tin/bai.html']]);
});

test('the date of a related article is not that of the article', async () => {
  const around = '<div class="related-posts"><time datetime="2020-07-02" class="published">2/7/2020</time></div>';
  const { articles, skipped } = articlesOf({ 'a.html': page({ date: '', around }) });
  expect(articles).toEqual([]);
  expect(skipped).toEqual([{ place: 'a.html', reason: 'không thấy ngày đăng' }]);
  expect(articlesOf({ 'a.html': page({ date: '', around }) }, '2015-01-01').articles[0]?.date).toBe('2015-01-01');
});

test('parts that do not belong to the text are left out and told; hidden mail addresses are shown', async () => {
  const body = `<p>Thân bài, thư: <span id="cloak1">This email address is being protected from spambots.</span><script>
    document.getElementById('cloak1').innerHTML = ''; var path = 'hr' + 'ef' + '='; var addy1 = 'lienhe' + '&#64;'; addy1 = addy1 + 'example' + '&#46;' + 'org';
    var addy_text1 = 'Viết thư';</script></p><div class="wp_rp_wrap">Bài liên quan</div>`;
  const { articles } = articlesOf({ 'a.html': page({ body }) });
  expect(articles[0]?.left).toEqual(['Bài liên quan']);
  expect(articles[0]?.html).toBe('<div class="entry-content"><p>Thân bài, thư: lienhe&#64;example&#46;org</p></div>');
});
