import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type ScriptResult, scriptArgs } from '#bench/fixtures/run-script.ts';
import { precompress } from '#site/build/precompress.ts';
import { readBuiltSite } from '#site/verification/built-site.ts';
import { verificationExitCode } from '#site/verification/report-verification.ts';
import type { ClientOptions } from '#site/verification/site-client.ts';
import { verifySite } from '#site/verification/verify-site.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { commitAll, runGit } from '../git-repository.ts';
import { openTestServer } from '../open-hub.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import {
  isFromGoogle,
  isGooglebot,
  isPhone,
  openTamperedServer,
  type Tampering,
  type Tamperings,
} from './tampering-server.ts';
import { article, Union } from './union.ts';

const casino = 'https://nha-cai.example/?from=trang';
const spam = '<div style="display:none"><a href="https://nohu.example/">nổ hũ đổi thưởng</a></div>';
const insert = (page: string, added: string) => page.replace('</main>', `${added}</main>`);
const redirect = { status: 302, headers: { Location: casino } };

/** Runs npm run verify on a server that was tampered with, against the folder that it serves. */
async function verify(folder: string, tamperings: Tamperings, base = '', ...options: readonly string[]) {
  const url = await openTamperedServer(folder, tamperings, base);
  const { status, stdout, stderr } = await runInProcess('verify', { OUTPUT_DIR: folder }, [url, ...options]);
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

/** Said of every server of these tests: they are on this machine. */
const ownMachine = expect.stringMatching(
  /^LƯU Ý: “Sạch” hay không cũng chưa chứng tỏ gì: trang này do chính máy này đưa lên mạng/,
);

/** The lines about differences, without notes and the summary. */
function told({ lines }: { readonly lines: readonly string[] }): string[] {
  return lines.slice(0, -1).filter((line) => !line.startsWith('LƯU Ý'));
}

test('a site that is what was built is clean, also below a path, with old addresses and compressed', async () => {
  const clean = /^Sạch: \d+ địa chỉ, \d+ lượt hỏi, đều như bản dựng.*\.$/;
  const compressed = join(temporaryFolder(), 'site');
  cpSync(inject('everyStateDir'), compressed, { recursive: true });
  await precompress(compressed);
  for (const [folder, base] of [
    [inject('everyStateDir'), ''],
    [compressed, '/trang'],
  ] as const) {
    const { status, lines } = await verify(folder, {}, base);
    expect({ status, lines }).toEqual({ status: 0, lines: [ownMachine, expect.stringMatching(clean)] });
  }
});

/** The line of the home page in which `insert` inserts, from 1. */
const lastLineOfHome =
  readFileSync(join(inject('everyStateDir'), 'index.html'), 'utf8')
    .split('</main>')[0]
    ?.split('\n').length ?? 0;

/** A tampering of one page, and what is said of it. */
const pageTamperings: readonly (readonly [name: string, address: string, tampering: Tampering, line: string])[] = [
  [
    'a hidden link for Googlebot only',
    '/',
    (request, page) => (isGooglebot(request) ? { body: insert(page, spam) } : undefined),
    `/: chỉ Googlebot thấy liên kết ẩn không có trong bản dựng, tới nohu.example, có chữ quảng cáo cờ bạc “nổ hũ đổi thưởng” · dòng ${lastLineOfHome}: <a href="https://nohu.example/">nổ hũ đổi thưởng</a>`,
  ],
  [
    'a redirect for who comes from Google',
    '/bai-viet/du-moi-dang/',
    (request) => (isFromGoogle(request) ? redirect : undefined),
    `/bai-viet/du-moi-dang/: chỉ người tới từ Google bằng máy tính, người tới từ Google bằng điện thoại bị chuyển sang ${casino}`,
  ],
  [
    'a redirect for telephones',
    '/bai-viet/bai-khong-anh/',
    (request) => (isPhone(request) ? redirect : undefined),
    `/bai-viet/bai-khong-anh/: chỉ người tới từ Google bằng điện thoại, người đọc bằng điện thoại bị chuyển sang ${casino}`,
  ],
  [
    'a redirect for telephones that come from Google',
    '/luu-tru/',
    (request) => (isPhone(request) && isFromGoogle(request) ? redirect : undefined),
    `/luu-tru/: chỉ người tới từ Google bằng điện thoại bị chuyển sang ${casino}`,
  ],
  [
    'a redirect for who reads Vietnamese',
    '/thong-bao/',
    ({ headers }) => (headers['accept-language']?.startsWith('vi') ? redirect : undefined),
    `/thong-bao/: mọi người trừ Googlebot bị chuyển sang ${casino}`,
  ],
  [
    'another page for Bing only',
    '/quyen-rieng-tu/',
    ({ headers }, page) => (/bingbot/.test(headers['user-agent'] ?? '') ? { body: insert(page, spam) } : undefined),
    '/quyen-rieng-tu/: chỉ Bingbot thấy liên kết ẩn không có trong bản dựng, tới nohu.example',
  ],
  [
    'a page for who comes a second time',
    '/tin-tuc-su-kien/',
    ({ headers }, page) =>
      headers.cookie?.includes('lan=2') ? redirect : { body: page, headers: { 'Set-Cookie': 'lan=2; Path=/' } },
    `/tin-tuc-su-kien/: chỉ người tới từ Google bằng điện thoại (lần thứ hai), người đọc (lần thứ hai) bị chuyển sang ${casino}`,
  ],
  [
    'a meta refresh',
    '/rss/',
    (_, page) => ({ body: page.replace('<head>', `<head><META HTTP-EQUIV=refresh content='0; URL=${casino}'>`) }),
    `/rss/: mọi người bị trang tự chuyển (meta refresh) tới ${casino} · dòng 3: <META`,
  ],
  [
    'a script that moves away',
    '/tro-nang/',
    (_, page) => ({ body: page.replace('</body>', `<script>top.location='${casino}'</script></body>`) }),
    '/tro-nang/: mọi người bị chạy một script lạ trong trang, script ấy chuyển đi nơi khác · dòng',
  ],
  [
    'a script of another site',
    '/van-ban/',
    (_, page) => ({ body: page.replace('</head>', '<script async src="//js.example/a.js"></script></head>') }),
    '/van-ban/: mọi người bị chạy một script lạ: //js.example/a.js · dòng',
  ],
  [
    'the header Refresh',
    '/hoi-dap/',
    (_, page) => ({ body: page, headers: { Refresh: `0; url=${casino}` } }),
    `/hoi-dap/: mọi người bị chuyển đi (tiêu đề Refresh: 0; url=${casino})`,
  ],
  [
    'a canonical address elsewhere',
    '/su-kien/',
    (_, page) => ({ body: page, headers: { Link: '<https://nohu.example/>; rel="canonical"' } }),
    '/su-kien/: mọi người bị nói rằng trang gốc ở https://nohu.example/ (tiêu đề Link)',
  ],
  [
    'a page hidden from search engines',
    '/the/dai-hoi/',
    (_, page) => ({ body: page, headers: { 'X-Robots-Tag': 'noindex' } }),
    '/the/dai-hoi/: mọi người bị giấu khỏi máy tìm kiếm (X-Robots-Tag: noindex)',
  ],
  [
    'a changed word',
    '/so-do-trang/',
    (_, page) => ({ body: insert(page, 'Chữ lạ') }),
    '/so-do-trang/: mọi người thấy nội dung khác bản dựng · dòng',
  ],
  [
    'half a page',
    '/tac-gia/btt/',
    (_, page) => ({ body: page.slice(0, 2_000) }),
    '/tac-gia/btt/: mọi người chỉ nhận được phần đầu, tệp bị cắt ngang · 2000 trên',
  ],
  ['a missing page', '/tim-kiem/', () => ({ status: 404 }), '/tim-kiem/: mọi người gặp mã 404: thiếu trên mạng'],
  [
    'a changed script file',
    '/sw.js',
    (_, page) => ({ body: `${page}\nimportScripts("https://js.example/a.js")` }),
    '/sw.js: mọi người nhận được mã JavaScript đã bị sửa · dòng',
  ],
  [
    'a compressed form that is not the page',
    '/khong-co-mang/',
    ({ headers }, page) =>
      headers['accept-encoding']?.includes('br')
        ? { body: brotliCompressSync(insert(page, spam)), headers: { 'Content-Encoding': 'br' } }
        : undefined,
    '/khong-co-mang/: mọi người nhận bản nén br thấy liên kết ẩn không có trong bản dựng, tới nohu.example',
  ],
  [
    'a damaged compressed form',
    '/trang.js',
    ({ headers }) =>
      headers['accept-encoding']?.includes('gzip')
        ? { body: Buffer.from('không phải gzip'), headers: { 'Content-Encoding': 'gzip' } }
        : undefined,
    '/trang.js: mọi người nhận bản nén gz nhận được bản nén hỏng (gzip), không mở được',
  ],
  [
    'a sitemap for Googlebot that lists a planted page',
    '/sitemap.xml',
    (request, page) =>
      isGooglebot(request)
        ? { body: page.replace('</urlset>', '<url><loc>https://example.org/tin-la/</loc></url></urlset>') }
        : undefined,
    '/sitemap.xml: chỉ Googlebot thấy nội dung khác bản dựng · dòng',
  ],
  [
    'the planted page that only this sitemap names',
    '/tin-la/',
    () => ({ body: '<title>Tài xỉu online uy tín</title>' }),
    '/tin-la/: mọi người được trả lời 200 ở địa chỉ không có trong bản dựng · tiêu đề “Tài xỉu online uy tín”, có chữ quảng cáo cờ bạc “Tài xỉu online uy tín”',
  ],
  [
    'a changed robots.txt',
    '/robots.txt',
    () => ({ body: 'User-agent: *\nDisallow: /\n' }),
    '/robots.txt: mọi người thấy nội dung khác bản dựng · dòng 2:',
  ],
  [
    'a gambling page with the status 404',
    '/tai-xiu/',
    () => ({ status: 404, body: `<meta http-equiv="refresh" content="0;url=${casino}">Không thấy` }),
    `/tai-xiu/: mọi người bị trang tự chuyển (meta refresh) tới ${casino}, ở trang báo “không có” · dòng 1:`,
  ],
];

test('each tampering of a page is told with its address, who meets it, and what it is', async () => {
  const tamperings = Object.fromEntries(pageTamperings.map(([, address, tampering]) => [address, tampering]));
  const result = await verify(inject('everyStateDir'), tamperings);
  expect(result.status).toBe(1);
  const lines = told(result);
  for (const [name, , , expected] of pageTamperings)
    expect(
      lines.filter((line) => line.startsWith(expected)),
      name,
    ).toHaveLength(1);
  expect(lines).toHaveLength(pageTamperings.length);
  // Whatever sends readers away comes before what only differs.
  expect(lines.findLastIndex((line) => / bị chuyển sang /.test(line))).toBeLessThan(
    lines.findIndex((line) => line.includes('Chữ lạ')),
  );
  expect(result.lines.at(-1)).toMatch(/^KHÁC BẢN DỰNG: 23 chỗ \(ở trên\)\./);
  expect(result.lines.filter((line) => line.startsWith('LƯU Ý'))).toEqual([
    expect.stringContaining('thiếu tiêu đề bảo vệ'),
    expect.stringContaining('đặt cookie “lan”'),
    ownMachine,
  ]);
});

test.each<[string, Tampering, string]>([
  [
    'any address is answered with 200',
    () => ({ body: '<title>Nhà cái uy tín</title>' }),
    'được trả lời 200 ở địa chỉ không có',
  ],
  [
    'any address is answered with 200 for Googlebot',
    (request) => (isGooglebot(request) ? { body: '<title>W88</title>' } : undefined),
    'chỉ Googlebot được trả lời 200 ở địa chỉ không có',
  ],
  [
    'any address leads to a casino',
    () => redirect,
    `mọi người bị chuyển sang ${casino}, dù trang không có địa chỉ này`,
  ],
  [
    'any address sends who comes from Google to a casino from a page with 404',
    (request) =>
      isFromGoogle(request) ? { status: 404, body: `<script>location.href='${casino}'</script>` } : undefined,
    'chỉ người tới từ Google bằng điện thoại bị chạy một script lạ trong trang, script ấy chuyển đi nơi khác, ở trang báo “không có”',
  ],
  [
    'another page says that nothing is there',
    () => ({ status: 404, body: 'Not Found' }),
    'gặp trang báo “không có” khác với 404.html',
  ],
])('%s: told once, with some of the addresses', async (_, tampering, expected) => {
  const { status, lines } = await verify(inject('everyStateDir'), { '*': tampering });
  expect(status).toBe(1);
  const about = lines.filter((line) => line.includes(expected));
  expect(about.length).toBeGreaterThan(0);
  expect(about.length).toBeLessThanOrEqual(5);
  expect(about.at(-1)).toMatch(/ và \d+ địa chỉ nữa cũng vậy: /);
});

test('a query makes no other page of the home page', async () => {
  const tampering: Tampering = ({ url = '' }) =>
    url.includes('?p=123') ? { body: '<title>Kubet</title>' } : undefined;
  const { status, lines } = await verify(inject('everyStateDir'), { '/': tampering });
  expect([status, lines[0]]).toEqual([1, expect.stringMatching(/^\/\?p=123: mọi người thấy /)]);
});

test('a redirect that meets only who asks first for a page is met on some pages', async () => {
  const asked = new Set<string>();
  const meetsFirst: Tampering = (request) => {
    const isFirst = !asked.has(request.url ?? '');
    asked.add(request.url ?? '');
    return isFirst && isPhone(request) && isFromGoogle(request) ? redirect : undefined;
  };
  const everywhere = new Proxy({}, { get: () => meetsFirst }) as Tamperings;
  const result = await verify(inject('everyStateDir'), everywhere, '', '--all');
  const pages = /^\/([^?]*\/)?: chỉ người tới từ Google bằng điện thoại bị chuyển sang /;
  expect(result.lines.filter((line) => pages.test(line))).not.toEqual([]);
});

test('old addresses lead where the build says, and nowhere else', async () => {
  const folder = join(temporaryFolder(), 'site');
  const old = article('Hội nghị tổng kết năm').replace(
    '---\n\n',
    'oldUrls:\n  - /Tin.aspx?id=5\n  - /cu/tin.html\n---\n\n',
  );
  await buildFolder(contentFolder({ 'articles/mot.md': old }), folder);
  expect((await verify(folder, {})).status).toBe(0);

  const leadsAway: Tampering = (request) => (isFromGoogle(request) ? redirect : undefined);
  const tampered = await verify(folder, { '/Tin.aspx': leadsAway, '/cu/tin.html': leadsAway });
  expect(tampered.status).toBe(1);
  expect(told(tampered)).toEqual(
    expect.arrayContaining([
      `/Tin.aspx?id=5: chỉ người tới từ Google bằng điện thoại bị chuyển sang ${casino} · bản dựng: /bai-viet/mot/`,
      expect.stringMatching(/^\/cu\/tin\.html: .*bị chuyển sang/),
    ]),
  );

  // A host that knows no redirects: its readers find the page by the script of the page for what is not found.
  const notFound = readFileSync(join(folder, '404.html'));
  const without = await verify(folder, {
    '/Tin.aspx': () => ({ status: 404, body: notFound }),
    '/cu/tin.html': (_, page) => ({ body: page }),
  });
  expect([without.status, without.lines.filter((line) => line.includes('địa chỉ cũ'))]).toEqual([
    0,
    [expect.stringContaining('2 địa chỉ cũ không được máy chủ chuyển')],
  ]);
});

/** Verifies without the pauses of the command. */
async function verifyQuickly(folder: string, url: string, options: ClientOptions = {}) {
  const verification = await verifySite(readBuiltSite(folder, ''), new URL(url), {
    seed: 1,
    retryPauses: [1],
    ...options,
  });
  return { ...verification, code: verificationExitCode(verification) };
}

test('a network that breaks in the middle is never clean, and what was found until then is told', async () => {
  const folder = inject('everyStateDir');
  let requests = 0;
  const breaks: Tampering = (request, page) => {
    if (++requests > 100) request.socket.destroy();
    return requests > 100 ? {} : { body: insert(page, spam) };
  };
  const all = new Proxy({}, { get: () => breaks }) as Tamperings;
  const { code, interrupted, differences } = await verifyQuickly(folder, await openTamperedServer(folder, all));
  expect([code, interrupted]).toEqual([2, 'kết nối đứt giữa chừng (127.0.0.1)']);
  expect(differences.length).toBeGreaterThan(0);
});

test.each<[string, Tampering, string]>([
  [
    'a firewall that takes us for a robot',
    () => ({ status: 403, headers: { 'cf-mitigated': 'challenge' } }),
    'bộ lọc robot của Cloudflare',
  ],
  ['a refusal', () => ({ status: 403, body: 'Forbidden' }), 'máy chủ từ chối lệnh này (mã 403)'],
  ['an error of the server', () => ({ status: 503, body: 'busy' }), 'máy chủ gặp lỗi (mã 503)'],
  [
    'a limit of requests with a long pause',
    () => ({ status: 429, headers: { 'Retry-After': '86400' } }),
    'hỏi ít lại (mã 429)',
  ],
])('%s at one address: not seen, so not clean', async (_, tampering, reason) => {
  const folder = inject('unionDir');
  const url = await openTamperedServer(folder, { '/tro-nang/': tampering });
  const { code, unseen, differences } = await verifyQuickly(folder, url);
  expect({ code, differences, unseen }).toEqual({
    ...{ code: 2, differences: [] },
    unseen: [{ address: '/tro-nang/', reason: expect.stringContaining(reason) }],
  });
});

test('a server that asks to wait is asked again after that time', async () => {
  const folder = inject('unionDir');
  let asked = 0;
  const limits: Tampering = () => (++asked % 2 === 1 ? { status: 429, headers: { 'Retry-After': '0' } } : undefined);
  const { code, unseen } = await verifyQuickly(folder, await openTamperedServer(folder, { '/tro-nang/': limits }));
  expect({ code, unseen }).toEqual({ code: 0, unseen: [] });
});

test('a server that begins an answer and stops is not waited for', async () => {
  const folder = inject('unionDir');
  const server = await openTestServer((_, response) => void response.writeHead(200).write('<'));
  onTestFinished(() => server.server.closeAllConnections());
  const { code, interrupted } = await verifyQuickly(folder, `${server.origin}/`, { timeout: 50, failuresInRow: 2 });
  expect([code, interrupted]).toEqual([2, 'quá lâu không trả lời (127.0.0.1)']);
});

test('wrong usage, a site that cannot be reached and a build that is not there end with 2', async () => {
  const OUTPUT_DIR = inject('unionDir');
  const run = async (...args: readonly string[]) => {
    const { status, stderr } = await runInProcess('verify', { OUTPUT_DIR }, args);
    return [status, stderr];
  };
  expect(await run()).toEqual([2, expect.stringMatching(/^Cách dùng: npm run verify/)]);
  expect(await run('--mau', 'x')).toEqual([2, expect.stringMatching(/^Cách dùng/)]);
  expect(await run('/khong/co')).toEqual([2, expect.stringContaining('Không thấy thư mục “/khong/co”')]);
  expect(await run(OUTPUT_DIR)).toEqual([2, expect.stringContaining('thêm --rebuild')]);
  expect(await run('https://')).toEqual([2, expect.stringContaining('không phải là địa chỉ trang')]);
  expect(await run('http://khong-co.invalid/')).toEqual([
    2,
    expect.stringMatching(/CHƯA XEM ĐƯỢC, .*DNS.*Chưa thể nói là sạch/),
  ]);
  const empty = await runInProcess('verify', { OUTPUT_DIR: temporaryFolder() }, ['https://vi-du.vn']);
  expect([empty.status, empty.stderr]).toEqual([2, expect.stringContaining('Chưa có trang nào trong')]);
  const links = await runInProcess('verify', { OUTPUT_DIR: temporaryFolder() }, ['--links']);
  expect([links.status, links.stderr]).toEqual([2, expect.stringMatching(/dựng trang trước \(npm run build\)\.$/m)]);
  const url = await openTamperedServer(OUTPUT_DIR, {});
  expect(await run(`${url}/bai-viet/`)).toEqual([2, expect.stringContaining('viết địa chỉ của cả trang')]);
}, 60_000);

/** A copy of a built site in a folder of a web server, after a change. */
function serverFolder(change: (folder: string) => void): string {
  const folder = join(temporaryFolder(), 'www');
  cpSync(inject('everyStateDir'), folder, { recursive: true });
  change(folder);
  return folder;
}

async function verifyFolderOf(change: (folder: string) => void) {
  const folder = serverFolder(change);
  const { status, stdout } = await runInProcess('verify', { OUTPUT_DIR: inject('everyStateDir') }, [folder]);
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('a folder that holds what was built is clean, also compressed, renamed for its host, or without the files of hosts', async () => {
  const { status, lines } = await verifyFolderOf((folder) => {
    for (const name of ['_redirects.nginx', '_redirects.caddy']) rmSync(join(folder, name));
    cpSync(join(folder, '_redirects.htaccess'), join(folder, '.htaccess'));
    cpSync(join(folder, '_redirects.netlify'), join(folder, '_redirects'));
    writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(readFileSync(join(folder, 'index.html'))));
    writeFileSync(join(folder, 'index.html.gz'), gzipSync(readFileSync(join(folder, 'index.html'))));
    mkdirSync(join(folder, '.well-known', 'acme-challenge'), { recursive: true });
    writeFileSync(join(folder, '.well-known', 'acme-challenge', 'abc_123'), 'abc_123.key');
  });
  expect([status, lines]).toEqual([0, [expect.stringMatching(/^Sạch: \d+ tệp, đều như bản dựng.*\.$/)]]);
});

test('whatever else is in a folder, or is missing, is told: what the server would run first', async () => {
  const { status, lines } = await verifyFolderOf((folder) => {
    const write = (path: string, content: string | Buffer) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    const page = (path: string) => readFileSync(join(folder, path), 'utf8');
    write('tai-xiu/index.php', '<?php echo 1;');
    write('hinh-anh/anh.jpg', '<?php system($_GET[0]);');
    write('.htaccess', 'RewriteEngine on');
    write('_redirects', '/* https://nha-cai.example/ 301\n');
    write('.an/tin.html', 'Tài xỉu online uy tín');
    write('trang.js', `${page('trang.js')}//`);
    write('rss/index.html', insert(page('rss/index.html'), spam));
    write('luu-tru/index.html.br', brotliCompressSync(insert(page('luu-tru/index.html'), spam)));
    write('tro-nang/index.html.gz', gzipSync(page('tro-nang/index.html').replace('Trợ', 'Tro')));
    write('bieu-tuong-180.png', Buffer.from([1, 2, 3]));
    rmSync(join(folder, 'robots.txt'));
    symlinkSync('/etc', join(folder, 'he-thong'));
  });
  expect(status).toBe(1);
  expect(lines).toEqual([
    '.htaccess: tệp lạ, máy chủ có thể chạy hay lấy làm cấu hình · 16 byte',
    'hinh-anh/anh.jpg: tệp lạ, máy chủ có thể chạy hay lấy làm cấu hình · 23 byte, có mã PHP',
    'tai-xiu/index.php: tệp lạ, máy chủ có thể chạy hay lấy làm cấu hình · 13 byte, có mã PHP',
    '_redirects: bị sửa: máy chủ lấy cấu hình từ tệp này · dòng 1: /* https://nha-cai.example/ 301',
    expect.stringMatching(
      /^luu-tru\/index\.html\.br: là bản nén của một tệp khác với bản dựng: .*liên kết ẩn.*nohu\.example/,
    ),
    expect.stringMatching(/^rss\/index\.html: khác bản dựng: người mở trang thấy liên kết ẩn .* nohu\.example/),
    expect.stringMatching(/^trang\.js: bị sửa: mã JavaScript/),
    '.an/tin.html: tệp lạ, bản dựng không có · 25 byte, có chữ quảng cáo cờ bạc “Tài xỉu online uy tín”',
    'he-thong: là liên kết tượng trưng (symbolic link), bản dựng không có · tới /etc',
    'bieu-tuong-180.png: khác bản dựng',
    expect.stringMatching(/^tro-nang\/index\.html\.gz: là bản nén của một tệp khác/),
    'robots.txt: thiếu: bản dựng có tệp này',
    expect.stringMatching(/^KHÁC BẢN DỰNG: 12 chỗ/),
  ]);
});

/** Runs the command in a copy of the program, without blocking the servers of this process. */
async function runVerify(union: Union, args: readonly string[]): Promise<ScriptResult> {
  const child = spawn(process.execPath, [...scriptArgs('scripts/verify.ts', union.program), ...args], {
    cwd: union.program,
    env: {
      ...{ ...process.env, CI: 'true', SITE_URL: 'https://example.org', CONTENT_DIR: union.content },
      ...{ OUTPUT_DIR: '', MEMORY_DIR: '', BUILD_TIME: '' },
    },
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  return new Promise((resolve) => {
    child.on('close', async (status) => {
      const [stdout, stderr] = await output;
      resolve({ status, stdout, stderr });
    });
  });
}

test('--rebuild compares with a build at the deployed commit and time, with the files that were in error then', async () => {
  const union = new Union();
  expect(union.publish('23T08:00').status).toBe(0);
  union.write('articles/mot.md', article('Bài đầu tiên').replace('BTT', 'XYZ'));
  union.write('articles/moi.md', article('Bài mới có lỗi').replace('BTT', 'XYZ'));
  union.push();
  expect(union.publish('23T08:05').status).toBe(3);
  const deployed = join(temporaryFolder(), 'www');
  cpSync(join(union.program, '_site'), deployed, { recursive: true });
  const url = await openTamperedServer(deployed, {});
  // On the machine that verifies the content has gone on.
  union.write('articles/hai.md', article('Bài thứ hai'));
  union.push();
  runGit(union.content, 'pull', '--quiet');

  const same = await runVerify(union, [url, '--rebuild']);
  expect([same.status, same.stdout], same.stderr).toEqual([
    0,
    expect.stringMatching(
      /^Sạch: .*, đều như bản dựng lúc 08:05, 23\/11\/2026, commit [0-9a-f]{12}, dựng lại từ kho git\.\n$/,
    ),
  ]);
  expect(same.stderr).toMatch(/Dựng lại bản dựng lúc 08:05, 23\/11\/2026, commit [0-9a-f]{12}…/);
});

test('a deployed build that is not the local one is not compared page by page, and one that is unknown is not guessed', async () => {
  const built = serverFolder(() => {});
  const deployed = serverFolder(() => {});
  const content = contentFolder({});
  const commit = commitAll(content);
  const url = await openTamperedServer(deployed, {});
  const record = (folder: string, json: object) => writeFileSync(join(folder, 'deployed.json'), JSON.stringify(json));
  const run = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await runInProcess('verify', { OUTPUT_DIR: built, CONTENT_DIR: content }, args);
    return [status, stdout + stderr.replace(/^Xem .*\n/, '')];
  };
  record(deployed, { builtAt: '2026-11-23T01:05:00.000Z', commit });
  expect(await run(url)).toEqual([
    2,
    expect.stringMatching(/^Không so được: .* là bản chưa đăng \(không có deployed\.json\)\. Thêm --rebuild/),
  ]);
  record(built, { builtAt: '2026-11-24T01:00:00.000Z', commit });
  for (const target of [url, deployed])
    expect(await run(target)).toEqual([
      2,
      expect.stringMatching(
        /^Không so được: trang đang đăng là bản dựng lúc 08:05, 23\/11\/2026, commit [0-9a-f]{12}; trong \S+ là bản dựng lúc 08:00, 24\/11\/2026, .*Thêm --rebuild/,
      ),
    ]);
  record(built, { builtAt: '2026-11-23T01:05:00.000Z', commit });
  expect(await run(url)).toEqual([0, expect.stringMatching(/^Sạch/m)]);

  record(deployed, { builtAt: '2026-11-23T01:05:00.000Z', commit: 'a'.repeat(40) });
  expect(await run(url, '--rebuild')).toEqual([
    2,
    expect.stringMatching(/không có commit aaaaaaaaaaaa của nội dung.*git pull/),
  ]);
  // Somebody could have pushed it, without being allowed to publish: it must not be built here.
  runGit(content, 'checkout', '--quiet', '-b', 'khac');
  const unapproved = commitAll(content, 'Chưa duyệt');
  runGit(content, 'checkout', '--quiet', '-');
  record(deployed, { builtAt: '2026-11-23T01:05:00.000Z', commit: unapproved });
  expect(await run(url, '--rebuild')).toEqual([2, expect.stringContaining('không thuộc nhánh')]);
  record(deployed, { builtAt: '2026-11-23T01:05:00.000Z' });
  expect(await run(url, '--rebuild')).toEqual([2, expect.stringContaining('không ghi commit')]);
  rmSync(join(deployed, 'deployed.json'));
  expect(await run(url, '--rebuild')).toEqual([2, expect.stringContaining('không có deployed.json đọc được')]);
  expect(await run(url)).toEqual([1, expect.stringMatching(/^\/deployed\.json: không đọc được: thiếu/)]);
});

test('a site that is deployed again meanwhile is looked at again, instead of an alarm', async () => {
  const [built, deployed] = [serverFolder(() => {}), serverFolder(() => {})];
  const record = (minute: string) => {
    for (const folder of [built, deployed])
      writeFileSync(join(folder, 'deployed.json'), JSON.stringify({ builtAt: `2026-11-23T01:${minute}:00.000Z` }));
  };
  record('05');
  let looks = 0;
  const url = await openTamperedServer(deployed, {
    '/deployed.json': () => {
      looks++;
      if (looks === 2) record('10');
      return undefined;
    },
    '/': (_, page) => (looks < 2 ? { body: insert(page, 'Bản mới dở dang') } : undefined),
  });
  const { status, stdout, stderr } = await runInProcess('verify', { OUTPUT_DIR: built }, [url]);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Sạch/m)]);
  expect(stderr).toContain('Trang vừa được đăng lại trong lúc xem: xem lại từ đầu.');
});
