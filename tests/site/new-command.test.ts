import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const filesOf = (content: string) => globSync('{articles,questions,documents,events}/**/*.md', { cwd: content });

test('a title creates a draft with a permanent id and the date of today in Việt Nam, without findings', async () => {
  const content = contentFolder({});
  const args = ['Đại hội đại biểu: lần thứ #5', '--category', 'Thông báo', '--author', 'BTT', '--lead', 'Sắp họp.'];
  const { status, stdout } = runScript('new', { CONTENT_DIR: content, BUILD_TIME: '2026-11-23T18:30:00Z' }, args);
  expect(status).toBe(0);
  expect(filesOf(content)).toEqual(['articles/2026/2026-11-24-dai-hoi-dai-bieu-lan-thu-5.md']);
  expect(stdout).toContain('articles/2026/2026-11-24-dai-hoi-dai-bieu-lan-thu-5.md, bản nháp, chưa ai thấy.');
  expect(stdout).toContain('Việc tiếp theo:');
  expect(readFileSync(join(content, filesOf(content)[0] ?? ''), 'utf8')).toMatch(
    /^---\ntitle: "Đại hội đại biểu: lần thứ #5"\ndate: 2026-11-24\nauthor: BTT\ncategory: Thông báo\nid: urn:uuid:[0-9a-f-]{36}\ndraft: true\n---\n\nSắp họp\.\n$/,
  );
  expect(await checkFolder(content)).toEqual([]);
});

test('without a title it prompts for each field, and again after an invalid answer', () => {
  const content = contentFolder({});
  const { status, stdout } = runScript(
    'new',
    { CONTENT_DIR: content },
    [],
    '!!!\nHọp báo\n9\n2\n1\n\nMời phóng viên.\n',
  );
  expect(status).toBe(0);
  expect(stdout.split('Tiêu đề bài:')).toHaveLength(3);
  expect(stdout).toContain('Tiêu đề cần có chữ để làm địa chỉ.');
  expect(stdout).toContain('Gõ một số từ 1 đến 2.');
  expect(stdout).toContain('Lời dẫn là một hai câu, bắt đầu bằng chữ.');
  expect(stdout).toContain('  2. Thông báo\n');
  const text = readFileSync(join(content, 'articles/2026/2026-11-23-hop-bao.md'), 'utf8');
  expect(text).toContain('category: Thông báo\n');
  expect(text).toContain('author: BTT\n');
  expect(text).toContain('\nMời phóng viên.\n');
});

test('nothing is created when the input ends early', () => {
  const content = contentFolder({});
  expect(runScript('new', { CONTENT_DIR: content }, [], 'Họp báo\n').status).toBe(1);
  expect(filesOf(content)).toEqual([]);
});

test('no file is overwritten and no address is used twice', async () => {
  const content = contentFolder({ 'articles/2019/2019-01-01-hop-bao.md': 'cũ' });
  const { status, stderr } = await runInProcess('new', { CONTENT_DIR: content }, [
    'Họp báo',
    '--category',
    'Thông báo',
    '--author',
    'BTT',
  ]);
  expect(status).toBe(1);
  expect(stderr).toContain('Địa chỉ này đã là của');
  expect(stderr).toContain('2019-01-01-hop-bao.md');
  expect(readFileSync(join(content, 'articles/2019/2019-01-01-hop-bao.md'), 'utf8')).toBe('cũ');
});

test('a site builds with items for which nothing else was answered', async () => {
  const content = contentFolder({});
  for (const [title, ...args] of [
    ['Bài mới tinh', '--category', 'Thông báo', '--author', 'BTT'],
    ['Câu hỏi mới tinh', '--question'],
    ['Văn bản mới tinh', '--document', '--number', 'Không số', '--type', 'Kế hoạch'],
    ['Sự kiện mới tinh', '--event', '--from', '2026-12-01'],
  ])
    expect((await runInProcess('new', { CONTENT_DIR: content }, [title ?? '', ...args])).status).toBe(0);
  const built = runScript('build', { CONTENT_DIR: content, OUTPUT_DIR: join(temporaryFolder(), 'site') });
  expect(built.status, built.stderr).toBe(0);
});

test('--question creates a question', async () => {
  const content = contentFolder({});
  expect(
    (await runInProcess('new', { CONTENT_DIR: content }, ['Vào hội thế nào?', '--question', '--asker', 'Bạn đọc']))
      .status,
  ).toBe(0);
  expect(readFileSync(join(content, 'questions/2026-11-23-vao-hoi-the-nao.md'), 'utf8')).toMatch(
    /^---\ntitle: Vào hội thế nào\?\ndate: 2026-11-23\nasker: Bạn đọc\nid: urn:uuid:[0-9a-f-]{36}\ndraft: true\n---\n\n$/,
  );
  expect(await checkFolder(content)).toEqual([]);
});

test('--document creates a document, by default issued by the organisation, with the number in its address', async () => {
  const content = contentFolder({});
  const args = ['Kế hoạch công tác năm', '--document', '--number', '12/KH-LHH', '--type', 'Kế hoạch'];
  const { status, stdout } = await runInProcess('new', { CONTENT_DIR: content }, args);
  expect(status).toBe(0);
  expect(stdout).toContain('sửa ngày ban hành (issued), chép tệp văn bản vào cạnh đó');
  const file = 'documents/2026-11-23-ke-hoach-cong-tac-nam-12-kh-lhh.md';
  const [, organisation] = /^name: (.*)$/m.exec(readFileSync(join(content, 'site.yaml'), 'utf8')) ?? [];
  expect(readFileSync(join(content, file), 'utf8')).toBe(
    `---\ntitle: Kế hoạch công tác năm\nnumber: 12/KH-LHH\ntype: Kế hoạch\nissued: 2026-11-23\nissuer: ${organisation}\ndraft: true\n---\n\n`,
  );
  expect(await checkFolder(content)).toEqual([]);
  expect((await runInProcess('new', { CONTENT_DIR: content }, args)).stderr).toContain(
    `Địa chỉ này đã là của ${content}/${file}`,
  );
});

test('--document prompts for number, type and issuer, and again after an invalid answer', () => {
  const content = contentFolder({});
  const input = 'Về việc mượn ghế\n\n7/CV-MAU\nCong van\ncông văn\nVăn phòng Mẫu\n';
  const { status, stdout } = runScript('new', { CONTENT_DIR: content }, ['--document'], input);
  expect(status).toBe(0);
  expect(stdout).toContain('Trích yếu của văn bản:');
  expect(stdout).toContain('Văn bản không có số thì gõ: Không số.');
  expect(stdout).toContain('Có phải là “Công văn”?');
  expect(readFileSync(join(content, filesOf(content)[0] ?? ''), 'utf8')).toContain(
    'number: 7/CV-MAU\ntype: Công văn\nissued: 2026-11-23\nissuer: Văn phòng Mẫu\n',
  );
});

test('a document without a number or with an unknown type is not created', async () => {
  const content = contentFolder({});
  const stderrOf = async (...args: string[]) =>
    (await runInProcess('new', { CONTENT_DIR: content }, ['Trích yếu', '--document', ...args])).stderr;
  expect(await stderrOf()).toContain('Cần số, ký hiệu: thêm vào lệnh --number "12/KH-LHH"');
  expect(await stderrOf('--number', '1/KH', '--type', 'Ke hoach')).toContain('có phải là “Kế hoạch”?');
  expect(filesOf(content)).toEqual([]);
});

test('--event creates an event with its time in the format of the front matter and its place', async () => {
  const content = contentFolder({});
  const args = ['Hội thả diều', '--event', '--from', '8h30 ngày 1/12/2026', '--place', 'Bãi cỏ'];
  expect((await runInProcess('new', { CONTENT_DIR: content }, args)).status).toBe(0);
  expect(readFileSync(join(content, 'events/2026-11-23-hoi-tha-dieu.md'), 'utf8')).toMatch(
    /^---\ntitle: Hội thả diều\ndate: 2026-11-23\nfrom: 2026-12-01 08:30\nplace: Bãi cỏ\nid: urn:uuid:[0-9a-f-]{36}\ndraft: true\n---\n\n$/,
  );
  expect(await checkFolder(content)).toEqual([]);
});

test('--event prompts for the start until it is a time; without one no event is created', async () => {
  const content = contentFolder({});
  expect((await runInProcess('new', { CONTENT_DIR: content }, ['Họp', '--event'])).stderr).toContain(
    'Cần lúc bắt đầu: thêm vào lệnh --from',
  );
  expect(filesOf(content)).toEqual([]);
  const { stdout } = runScript('new', { CONTENT_DIR: content }, ['--event'], 'Họp\nsớm\n2026-12-01\n\nHội trường\n');
  expect(stdout).toContain('Viết như 2026-12-01 08:00, hoặc chỉ ngày: 2026-12-01.');
  expect(readFileSync(join(content, filesOf(content)[0] ?? ''), 'utf8')).toContain(
    'from: 2026-12-01\nplace: Hội trường\n',
  );
});

test('an unquoted title is answered with the quoted command', async () => {
  const { status, stderr } = await runInProcess('new', { CONTENT_DIR: contentFolder({}) }, ['Hội', 'nghị']);
  expect(status).toBe(1);
  expect(stderr).toBe('Đặt tiêu đề trong ngoặc kép: npm run new -- "Hội nghị"\n');
});

test('an unknown category is answered with the most similar one', async () => {
  const { status, stderr } = await runInProcess('new', { CONTENT_DIR: contentFolder({}) }, [
    'Bài',
    '--category',
    'Thong bao',
  ]);
  expect(status).toBe(1);
  expect(stderr).toContain('Không có chuyên mục “Thong bao”: có phải là “Thông báo”?');
});
