import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { pageKinds } from '#bench/browser/page-kinds.ts';
import { runScript } from '#bench/fixtures/run-script.ts';
import { formatReport } from '#site/check/format-report.ts';
import { ContentError } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { htmlText } from '../html-text.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { htmlErrors } from './html-errors.ts';
import { readHead } from './read-head.ts';
import { parsePage, readSite } from './read-site.ts';

const fixtures = join(projectRoot, 'tests', 'fixtures', 'hostile');
const rejected = (name: string) => readFileSync(join(fixtures, 'refused', 'articles', `${name}.md`));
const titled = (title: string) => validArticle.replace('Hội nghị tổng kết năm', title);
const withLine = (line: string) => validArticle.replace('category:', `${line}\ncategory:`);
const withBody = (body: string) => `${validArticle}\n${body}\n`;

/** Every second line number of a range: the positions of the paragraphs of a fixture. */
const paragraphs = (first: number, last: number) =>
  Array.from({ length: (last - first) / 2 + 1 }, (_, index) => first + 2 * index);

async function linesOfErrors(files: ContentFiles): Promise<number[]> {
  const findings = await checkFolder(contentFolder(files));
  return [...new Set(findings.flatMap(({ level, line }) => (level === 'error' ? line : [])))].sort((a, b) => a - b);
}

describe('harmful content is rejected with its line:', () => {
  test.each([
    ['the', paragraphs(10, 40)],
    ['thuoc-tinh', [10, 12, 14, 23]],
    ['lien-ket', paragraphs(10, 40)],
    ['duong-dan', [6, 9, 11, ...paragraphs(17, 39)]],
    ['de-muc', [9, 11]],
    ['chu-thich', [14, 16, 18]],
    ['js', [1]],
    ['json', [1]],
    ['toml', [1]],
    ['yaml-ten-rieng', [1]],
    ['neo', [6, 7]],
    ['neo-bung', [6, 7, 8, 9]],
    ['tron', [6]],
    ['ham', [2]],
    ['ham-2', [6]],
    ['nguyen-mau', [6, 7]],
    ['danh-sach', [2]],
    ['mot-chu', [2]],
    ['dinh-kem', [7]],
    ['ngay', [3, 6]],
    ['nguon', [7]],
  ])('%s.md', async (name, lines) => {
    expect(await linesOfErrors({ [`articles/${name}.md`]: rejected(name) })).toEqual(lines);
  });

  // More than one line may be reported for markup that is not closed.
  test.each(['chu-thich-ho', 'the-ho', 'ngoac-ho'])('%s.md: unclosed markup', async (name) => {
    const lines = await linesOfErrors({ [`articles/${name}.md`]: rejected(name) });
    expect(lines[0]).toBeGreaterThanOrEqual(10);
  });

  test.each(['chữ <div>khối</div> chữ', '<li>mục</li>', '<td>ô</td>', '<ul><p>chữ</p></ul>', '<tr><td>ô</td></tr>'])(
    '%s: a tag where HTML does not allow it',
    async (html) => {
      expect(await linesOfErrors({ 'articles/a.md': withBody(html) })).toEqual([12]);
    },
  );

  test('a folder of such files builds nothing, and every file is reported', () => {
    const output = join(temporaryFolder(), 'site');
    const { status, stdout, stderr } = runScript('build', {
      CONTENT_DIR: join(fixtures, 'refused'),
      OUTPUT_DIR: output,
    });
    expect(status).toBe(1);
    expect(existsSync(output)).toBe(false);
    expect(stderr).not.toContain('    at ');
    const reported = new Set(stdout.split('\n').map((line) => /articles\/(.*?)\.md:/.exec(line)?.[1]));
    const files = [...readSite(join(fixtures, 'refused')).keys()].filter((path) => path.endsWith('.md'));
    expect(files.filter((path) => !reported.has(path.replace(/^articles\/|\.md$/g, '')))).toEqual([]);
  });
});

describe('a character that cannot be displayed is rejected with its position:', () => {
  test.each([
    ['NUL', '\0'],
    ['a backspace', '\b'],
    ['a vertical tab', '\v'],
    ['an escape of the terminal', '\u001B[31m'],
    ['a delete', '\u007F'],
    ['U+FFFE', '\uFFFE'],
  ])('%s', async (_, character) => {
    expect(await linesOfErrors({ 'articles/a.md': titled(`Hội nghị${character}tổng kết`) })).toEqual([2]);
    expect(await linesOfErrors({ 'articles/a.md': withBody(`Hội nghị${character}tổng kết.`) })).toEqual([12]);
  });

  test.each(['\\0', '\\x1b', '\\e', '\\uFFFF', '\\uD800', '\\uDC00\\uD800'])(
    'written as %s in quotes',
    async (written) => {
      expect(await linesOfErrors({ 'articles/a.md': titled(`"Hội nghị ${written} tổng kết"`) })).toEqual([2]);
    },
  );

  test('written as &#12; in a body', async () => {
    expect(await linesOfErrors({ 'articles/a.md': withBody('Hội nghị &#12; tổng kết.') })).toEqual([12]);
  });

  test.each([
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a byte of Windows-1258', [0xf4, 0x20]],
  ])('bytes that are no UTF-8: %s', async (_, bytes) => {
    expect(
      await linesOfErrors({ 'articles/a.md': Buffer.concat([Buffer.from(validArticle), Buffer.from(bytes)]) }),
    ).toEqual([1]);
  });
});

describe('content nested too deeply to render is rejected, not dropped:', () => {
  test.each([
    ['quotes', `${'> '.repeat(1000)}đáy`],
    ['lists', Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- mục`).join('\n')],
    ['quotes and lists', `${'> - '.repeat(500)}đáy`],
  ])('%s', async (_, body) => {
    const [line] = await linesOfErrors({ 'articles/a.md': withBody(body) });
    expect(line).toBeGreaterThanOrEqual(12);
  });

  test('brackets in front matter', async () => {
    const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
    expect(await linesOfErrors({ 'articles/a.md': withLine(`tags: ${deep}`) })).toEqual([5]);
  });
});

describe('a suppression comment “cho phép” does not hide other content', () => {
  const note = '<!-- cho phép: cach-chu -->';

  test.each([
    ['a link that leads nowhere', '[x](/khong-co/)'],
    ['a picture that is not there', '![Đại biểu giơ thẻ](khong-co.jpg)'],
    ['a script', '<script>alert(1)</script>'],
    ['a tag that is not allowed', '<button>chữ</button>'],
  ])('before %s', async (_, markdown) => {
    expect(await linesOfErrors({ 'articles/a.md': withBody(`${note}${markdown}`) })).toEqual([12]);
    expect(await linesOfErrors({ 'articles/a.md': withBody(`- ${note}${markdown}`) })).toEqual([12]);
  });

  test('before the lead', async () => {
    const text = validArticle.replace('Liên hiệp hội họp tổng kết.', `${note} Liên hiệp hội họp ,tổng kết.`);
    expect(await linesOfErrors({ 'articles/a.md': text })).toEqual([]);
  });
});

describe('a symbolic link out of content/ is rejected:', () => {
  const outside = join(tmpdir(), `outside-${process.pid}`);
  beforeAll(() => {
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, 'bi-mat.txt'), 'mật khẩu');
    writeFileSync(join(outside, 'bi-mat.md'), titled('Bí mật'));
    cpSync(join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg'), join(outside, 'bi-mat.jpg'));
    return () => rmSync(outside, { recursive: true, force: true });
  });

  test.each([
    ['an attachment', 'bi-mat.txt', withLine('attachments:\n  - file: bi-mat.txt\n    title: Danh sách')],
    ['a picture', 'bi-mat.jpg', withBody('![Đại biểu giơ thẻ](bi-mat.jpg)')],
    ['an article', 'bi-mat.md', titled('Hội nghị tổng kết')],
  ])('%s', async (_, name, text) => {
    const content = contentFolder({ 'articles/a.md': text });
    symlinkSync(join(outside, name), join(content, 'articles', name));
    expect((await checkFolder(content)).filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('file names', () => {
  test.each(['🎉.md', 'عربي.md', '‮.md', ' .md', '"\'<>&.md'])(
    '%j is rejected: it has no letter for an address',
    async (name) => {
      expect(
        (await checkFolder(contentFolder({ [`articles/${name}`]: validArticle }))).map(({ rule }) => rule),
      ).toEqual(['ten-tep']);
    },
  );

  test.each([
    '2026-11-23-bài "một" & <b>hai</b>.md',
    '🎉 đại hội 👩🏽‍🔬.md',
    '%2e%2e%2fbai.md',
    '..bai.md',
    'bài\\hai.md',
    'x مرحبا.md',
  ])('%j is published', async (name) => {
    expect(await linesOfErrors({ [`articles/${name}`]: validArticle })).toEqual([]);
  });

  test('a line break in a file name does not break the lines of the report', async () => {
    const content = contentFolder({ 'articles/a\n::error ::b.md': titled('""') });
    const report = formatReport(await checkFolder(content), 'lines');
    for (const line of report.trimEnd().split('\n')) expect(line).toMatch(/:\d+:\d+ · .* · .* \[[a-z-]+\]$/);
  });
});

test('a tag or an old address of 300 letters does not crash the build', async () => {
  const long = 'a'.repeat(300);
  for (const line of [`tags:\n  - ${long}`, `oldUrls:\n  - /${long}/`]) {
    const output = join(temporaryFolder(), 'site');
    const content = contentFolder({ 'articles/a.md': withLine(line) });
    const error = await buildFolder(content, output).catch((reason: unknown) => reason);
    if (error !== undefined) expect(error).toBeInstanceOf(ContentError);
  }
});

describe('unusual but harmless text is published unchanged', () => {
  const long = 'ngườiđạibiểu'.repeat(25);
  const nfd = 'Hội nghị tổng kết Nguyễn Ấu ở Đắk Lắk'.normalize('NFD');
  const lines = (title: string, lead: string) =>
    validArticle.replace('Hội nghị tổng kết năm', title).replace('category:', `description: ${lead}\ncategory:`);
  const longLine = 'hội nghị tổng kết '.repeat(50_000);

  /** Articles that git or editors would modify, so that they cannot be fixtures. */
  const generated: Record<string, string> = {
    'dang-tach-roi': lines(nfd, nfd),
    bom: `\uFEFF${lines('Bài có BOM', 'Lời dẫn sau BOM.')}`,
    crlf: lines('Bài có CRLF', 'Lời dẫn CRLF.').replaceAll('\n', '\r\n'),
    'lone-cr': lines('Bài có CR lẻ', 'Lời dẫn CR.').replaceAll('\n', '\r'),
    'mot-dong-dai': `${lines('Bài một dòng dài', 'Lời dẫn của dòng dài.')}\n${longLine}\n`,
  };

  /** Title and lead of every article of the fixture, as in the source but for quotes. */
  const written: Record<string, readonly [title: string, lead: string]> = {
    khuon: [
      `{{constructor}} {% raw %} $${'{process.env.HOME}'} <%= 7 %> {{ 7 * 7 }}`,
      '{% include “x” %} {{ page | dump }} ]]> {# lời dẫn #}',
    ],
    'dau-ngoac': [
      `Ngoặc “kép”, ngoặc 'đơn', dấu < > & và &amp; &lt;b&gt; <script>alert(1)</script>`,
      `Lời dẫn có “kép”, 'đơn', < > & và &quot; <img src=x onerror=alert(1)>`,
    ],
    'ma-nguon': ['Mã nguồn trong bài', 'Lời dẫn.'],
    'chu-dai': [long, long],
    'phai-sang-trai': ['العربية والعلوم 2026 (שלום) tiếng Việt', 'مرحبا بالعالم, xin chào, שלום עולם!'],
    'bieu-tuong': ['Gia đình 👨‍👩‍👧‍👦 cờ 🇻🇳 tay 👍🏽 tim ❤️ chữ 𝕏 và 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🎉 Lời dẫn 👩🏽‍🔬 của bài 🧑‍🚀.'],
    'khong-than': ['Bài không có thân', 'Chỉ có lời dẫn.'],
    'chi-anh': ['Bài chỉ có một ảnh', 'Lời dẫn của ảnh.'],
    'chu-null': ['null', 'null'],
    'chu-true': ['true', 'true'],
    'so-0227': ['0227', '0227'],
    'ngay-thang': ['2018-06-20', '2018-06-20'],
    'gach-dau': ['- x', '- x'],
    'hai-cham': ['a: b # c', 'a: b # c'],
    'ngoac-vuong': ['[x] {y}', '[x] {y}'],
    'dau-nga': ['~', '~'],
    'so-mu': ['1e3', '1e3'],
    'khong-ngoac': ['null', '0x1F'],
    'dang-tach-roi': [nfd.normalize('NFC'), nfd.normalize('NFC')],
    bom: ['Bài có BOM', 'Lời dẫn sau BOM.'],
    crlf: ['Bài có CRLF', 'Lời dẫn CRLF.'],
    'lone-cr': ['Bài có CR lẻ', 'Lời dẫn CR.'],
    'mot-dong-dai': ['Bài một dòng dài', 'Lời dẫn của dòng dài.'],
  };

  const site = new Map<string, Buffer>();
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    const [content, output] = [join(folder, 'content'), join(folder, 'site')];
    cpSync(join(fixtures, 'published'), content, { recursive: true });
    for (const [name, text] of Object.entries(generated)) writeFileSync(join(content, 'articles', `${name}.md`), text);
    await buildFolder(content, output);
    for (const [path, bytes] of readSite(output)) site.set(path, bytes);
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const textOf = (path: string) => site.get(path)?.toString() ?? '';
  const pages = () =>
    [...site.keys()].filter((path) => path.endsWith('.html')).map((path) => ({ path, html: textOf(path) }));
  const items = () => {
    const parsed = parseFeed(textOf('feed.xml'));
    return parsed.format === 'rss' ? (parsed.feed.items ?? []) : [];
  };

  /** The active content of HTML: its scripts, and elements and attributes that run or load something. */
  function activeContent(html: string): { scripts: string[]; handlers: string[] } {
    const scripts: string[] = [];
    const handlers: string[] = [];
    let script: string | undefined;
    const parser = new Parser({
      onopentag(name, attributes) {
        if (name === 'script' && attributes['type'] !== 'application/ld+json') script = JSON.stringify(attributes);
        if (/^(iframe|object|embed|base|form|math|template|portal|noscript|xmp|plaintext)$/.test(name))
          handlers.push(name);
        for (const [key, value] of Object.entries(attributes))
          if (/^on|^(style|srcdoc|formaction)$/.test(key) || /^\P{L}*(javascript|vbscript|data)\s*:/iu.test(value))
            handlers.push(`${name} ${key}=${value}`);
      },
      ontext(data) {
        if (script !== undefined) script += data;
      },
      onclosetag(name) {
        if (name === 'script' && script !== undefined) scripts.push(script);
        if (name === 'script') script = undefined;
      },
    });
    parser.end(html);
    return { scripts, handlers };
  }

  test('every article has a page', () => {
    expect(Object.keys(written).filter((slug) => !site.has(`bai-viet/${slug}/index.html`))).toEqual([]);
  });

  test('a page has only the scripts of its kind, and no attribute that runs or loads anything', () => {
    const expectedContent = (path: string) => activeContent(readFileSync(join(inject('unionDir'), path), 'utf8'));
    const ordinary = expectedContent('index.html');
    expect(ordinary.scripts).toHaveLength(2);
    const lookups = ['/dia-chi-cu.js', '/gan-giong.js'].map((src) => JSON.stringify({ src, type: 'module' }));
    const expected = new Map([
      ['404.html', { ...ordinary, scripts: [...ordinary.scripts, ...lookups] }],
      ['bai-viet/da-go/index.html', ordinary],
      ['hoi-dap/index.html', { ...ordinary, handlers: [...ordinary.handlers, 'form'] }],
      ...['tim-kiem/index.html', 'rss/index.html', 'khong-co-mang/index.html'].map(
        (path) => [path, expectedContent(path)] as const,
      ),
    ]);
    const article = expectedContent(`${pageKinds.article.slice(1)}index.html`);
    for (const { path, html } of pages()) {
      const kind = expected.get(path) ?? (path.startsWith('bai-viet/') ? article : ordinary);
      expect({ path, ...activeContent(html) }).toEqual({ path, ...kind });
    }
    expect(items()).toHaveLength(Object.keys(written).length);
    for (const { title, content: full } of items())
      expect({ title, ...activeContent(full?.encoded ?? '') }).toEqual({ title, scripts: [], handlers: [] });
  });

  test('every page is valid HTML', async () => {
    for (const page of pages()) expect(await htmlErrors(page)).toEqual([]);
  });

  test('the feed and the sitemap are well-formed, and the feed has every title', async () => {
    for (const fileName of ['feed.xml', 'sitemap.xml']) {
      const xml = [{ fileName, contents: textOf(fileName) }];
      const { valid, errors } = await validateXML({ xml, normalization: 'format' });
      expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    }
    for (const [slug, [title, lead]] of Object.entries(written)) {
      const item = items().find(({ link }) => link === `https://example.org/bai-viet/${slug}/`);
      expect([item?.title, htmlText(item?.description ?? '')], slug).toEqual([title, lead]);
    }
  });

  test.each(Object.entries(written))('%s: title and lead are unchanged but for quotes', (slug, [title, lead]) => {
    const html = textOf(`bai-viet/${slug}/index.html`);
    const part = (pattern: RegExp) => parsePage(pattern.exec(html)?.[1] ?? '').text;
    expect(part(/<h1>(.*?)<\/h1>/s)).toBe(title);
    expect(part(/<p class="lead">(.*?)<\/p>/s)).toBe(lead);
    expect(part(/<title>(.*?) - [^<]*<\/title>/s)).toBe(title);
    const { metas, graph } = readHead(html);
    expect(metas['og:title']).toEqual([title]);
    const newsArticle = graph.find((thing) => thing['@type'] === 'NewsArticle');
    expect([newsArticle?.['headline'], newsArticle?.['description']]).toEqual([title, lead]);
    expect(html).not.toContain('\r');
  });

  test.each([
    [
      'bai-viet/dau-ngoac/index.html',
      [
        `Cập nhật ngày 21/11/2026: Sửa “< >” thành <b>&amp;</b>, 'đơn'`,
        `Chú thích </figcaption><script>alert(1)</script> & “kép”`,
        `Thân bài có “kép”, 'đơn', < > & và &.`,
        `Chú thích" onload="alert(1) <b>đậm</b> & 'đơn'`,
        'liên kết và mục.',
        `Nguồn: Báo “Nhân dân” <script>`,
        `Văn bản “số 1” <b> & 'phụ lục'`,
        `"><script>alert(1)</script>`,
        `R&D 'xanh' <b>`,
      ],
    ],
    [
      'bai-viet/khuon/index.html',
      [
        `{{constructor.constructor(“return process”)()}} {% raw %} {{ title }} {% endraw %} $${'{1 + 1}'} <%- x %>`,
        '{{ page.url }} và ]]> trong bài.',
        '{% for x in y %} ]]>',
      ],
    ],
    [
      'bai-viet/ma-nguon/index.html',
      [
        'Viết <script>alert(1)</script> và <!-- x --> và <b onclick="x"> trong dòng.',
        '<!-- chú thích --> <script>alert(2)</script> <p onclick="alert(1)">&amp; ]]> </p>',
        '<iframe src="x"></iframe>',
        'chữ trong rào',
        'Dấu <script> và <script> là chữ.',
      ],
    ],
    ['bai-viet/chu-dai/index.html', [`${long} và ${long}`]],
    ['bai-viet/bieu-tuong/index.html', ['Thân bài 👨‍👩‍👧‍👦 có 🇻🇳.', '👩🏽‍🔬']],
    ['bai-viet/phai-sang-trai/index.html', ['مرحبا بالعالم xin chào.']],
    ['bai-viet/da-go/index.html', ['</p><script>alert(1)</script> & “nhầm”', 'Bài “Bài “đã gỡ” <b>&amp;</b>”']],
    ['bai-viet/mot-dong-dai/index.html', [longLine.trim()]],
    ['tac-gia/btt/index.html', [`</p><script>alert(1)</script> & "kép" 'đơn'`]],
    ['tac-gia/ba-a/index.html', ['Tác giả: Bà "A" <b>&amp;']],
    [
      'hoi-dap/hoi/index.html',
      [
        `Hỏi “<script>alert(1)</script>” & 'gì'?`,
        'Bạn <img src=x onerror=alert(1)>',
        '{{constructor}} ]]> <b>&amp;</b>',
        'Văn phòng " onclick="alert(1)',
        'Trả lời <script> và {{ 7 * 7 }}.',
      ],
    ],
    ['gioi-thieu/index.html', ['Giới thiệu </title><script>alert(1)</script>', 'Trang {% raw %} và < > & ".']],
  ])('%s: captions, tags, notes and bodies are unchanged but for quotes', (path, texts) => {
    const { text } = parsePage(textOf(path));
    for (const expected of texts) expect(text.includes(expected), expected.slice(0, 200)).toBe(true);
  });

  test('the text alternatives of pictures are unchanged', () => {
    const alts: string[] = [];
    new Parser({
      onopentag: (name, { alt }) => {
        if (name === 'img') alts.push(alt ?? '');
      },
    }).end(textOf('bai-viet/dau-ngoac/index.html'));
    expect(alts).toEqual(['Đại biểu" onerror="alert(1) giơ thẻ', 'Đại biểu" onerror="alert(1)']);
  });
});
