import { describe, expect, test } from 'vitest';
import { pageChange } from '#site/verification/page-change.ts';

const built = `<!doctype html>
<html lang="vi">
<head><title>Trang</title><script type="module" src="/trang.js"></script></head>
<body><main><p>Một đoạn.</p> <a href="mailto:vp@vi-du.vn">vp@vi-du.vn</a> <a href="https://vusta.vn/">VUSTA</a></main>
</body>
</html>
`;
const change = (from: string, to: string) => {
  if (!built.includes(from)) throw new Error(`There is no ${from}.`);
  return pageChange(built, built.replace(from, to), true);
};

test('the same page has no change', () => {
  expect(pageChange(built, built, true)).toEqual([]);
});

describe('the most dangerous change of a page is told, with its line', () => {
  test.each([
    [
      '</main>',
      '<a href="https://nohu.example/">nổ hũ</a></main>',
      'injected',
      /^thấy liên kết không có .*nohu\.example$/,
    ],
    [
      '</main>',
      '<p style="left:-9999px;position:absolute"><a href=//nohu.example>x</a></p></main>',
      'injected',
      /^thấy liên kết ẩn/,
    ],
    ['https://vusta.vn/', 'https://vusta.nohu.example/', 'injected', /tới vusta\.nohu\.example$/],
    ['</main>', '<iframe src="https://nohu.example"></iframe></main>', 'injected', /^thấy thẻ <iframe>/],
    ['<head>', '<head><base href="https://nohu.example/">', 'injected', /^thấy thẻ <base>/],
    ['</head>', '<link rel=canonical href=https://nohu.example/></head>', 'injected', /^thấy thẻ <link>/],
    ['</head>', '<meta name="robots" content="noindex"></head>', 'injected', /noindex/],
    [
      '<head>',
      "<head><meta content='0;URL=//nohu.example' http-equiv=Refresh>",
      'redirect',
      /meta refresh\) tới \/\/nohu\.example$/,
    ],
    [
      '</body>',
      '<script>document.location.replace(atob("aHR0cHM6Ly9u"))</script></body>',
      'redirect',
      /^bị chạy một script lạ.*chuyển đi/,
    ],
    ['</body>', '<script>eval(atob("YQ=="))</script></body>', 'injected', /^bị chạy một script lạ trong trang$/],
    ['src="/trang.js"', 'src="/tr\u0430ng.js"', 'injected', /^bị chạy một script lạ: \/tr/],
    ['<body>', '<body onload="location=\'https://nohu.example\'">', 'injected', /^bị chạy mã lạ nằm trong một thẻ$/],
    ['Một đoạn.', 'Tài xỉu online uy tín', 'injected', /chữ quảng cáo cờ bạc “Tài xỉu online uy tín”$/],
    ['Một đoạn.', 'Một câu.', 'changed', /^thấy nội dung khác bản dựng$/],
    ['<p>Một đoạn.</p>', '', 'changed', /^thấy thiếu một đoạn$/],
  ] as const)('%s → %s', (from, to, kind, what) => {
    expect(change(from, to)).toEqual([
      { kind, what: expect.stringMatching(what), detail: expect.stringMatching(/^dòng \d+: ./) },
    ]);
  });

  test('half a page', () => {
    expect(pageChange(built, built.slice(0, 60), true)).toMatchObject([
      { what: expect.stringContaining('bị cắt ngang') },
    ]);
  });

  test('a page of another site, and no page at all', () => {
    expect(pageChange(built, '<title>W88</title>', true)).toHaveLength(1);
    expect(pageChange(built, '', true)).toHaveLength(1);
  });
});

describe('what products of hosts do to pages is told as that, and what else was changed as well', () => {
  /** As Cloudflare writes it: the key, then each byte XORed with it. */
  const encoded = (text: string) =>
    ['05', ...Array.from(Buffer.from(text), (byte) => (byte ^ 5).toString(16).padStart(2, '0'))].join('');
  const code = encoded('vp@vi-du.vn');
  const obfuscated = built
    .replace('mailto:vp@vi-du.vn', `/cdn-cgi/l/email-protection#${code}`)
    .replace('>vp@vi-du.vn<', `><span class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</span><`)
    .replace(
      '</body>',
      '<script data-cfasync="false" src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script></body>',
    );
  const kinds = (page: string) => pageChange(built, page, true).map(({ kind, what }) => `${kind}: ${what}`);

  test('Cloudflare Email Address Obfuscation', () => {
    expect(kinds(obfuscated)).toEqual([
      expect.stringMatching(/^rewritten: .*Email Address Obfuscation; tắt: .*Scrape Shield/),
    ]);
    expect(kinds(obfuscated.replace('Một', 'Hai'))).toEqual([
      expect.stringMatching(/^changed: /),
      expect.stringMatching(/^rewritten: .*Email Address/),
    ]);
    // Another address than the one that was built is no work of Cloudflare.
    expect(kinds(obfuscated.replaceAll(code, encoded('vp@nohu.vn')))[0]).toMatch(/^changed/);
    expect(kinds(obfuscated.replace('data-cfasync="false"', 'onload="location=1"'))[0]).toMatch(/^injected: bị chạy/);
  });

  test.each([
    ['Rocket Loader', built.replace(' type="module"', ' type="0123456789abcdef01234567-module"')],
    [
      'Cloudflare Web Analytics',
      built.replace(
        '</body>',
        '<script defer src="https://static.cloudflareinsights.com/beacon.min.js/v1a2b" integrity="sha512-x" data-cf-beacon=\'{"token":"a"}\' crossorigin="anonymous"></script>\n</body>',
      ),
    ],
    [
      'Netlify Real User Metrics',
      built.replace('</body>', '<script async src="/.netlify/scripts/rum"></script></body>'),
    ],
    ['minify', built.replace(/\n/g, '').replace('<body>', '<body><!-- nén -->')],
  ])('%s', (name, page) => {
    const found = kinds(page);
    expect(
      found.every((each) => each.startsWith('rewritten: ')),
      found.join(),
    ).toBe(true);
    expect(found.join()).toContain(name);
  });

  test('what only adds a comment or white space is no minifier', () => {
    const added = built.replace('</body>', '<!-- đã ở đây -->\n</body>');
    expect(kinds(added)).toEqual([expect.stringMatching(/^changed: thấy nội dung khác bản dựng$/)]);
  });

  test('a script that only looks like that of a product is a script', () => {
    const like = '<script src="https://static.cloudflareinsights.com.nohu.example/beacon.min.js"></script></body>';
    expect(kinds(built.replace('</body>', like))).toEqual([expect.stringMatching(/^injected: bị chạy một script lạ/)]);
  });
});

test('a text that was made to be slow is compared in time', () => {
  const started = process.cpuUsage();
  for (const hostile of ['<script ', '<a x', '<!--', '<meta http-equiv=refresh ', '<b onx ', ' '])
    pageChange(built, hostile.repeat(300_000 / hostile.length), true);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(60);
});
