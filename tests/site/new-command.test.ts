import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '#bench/fixtures/run-build.ts';
import { contentFolder } from '../content-folder.ts';

const filesOf = (content: string) => globSync('{articles,questions,documents,events}/**/*.md', { cwd: content });

test('a title makes a draft with its permanent id, dated today in Việt Nam, that the check passes', () => {
  const content = contentFolder({});
  const words = ['Đại hội đại biểu: lần thứ #5', '--category', 'Thông báo', '--author', 'BTT', '--lead', 'Sắp họp.'];
  const { status, stdout } = run('new', { CONTENT_DIR: content, BUILD_TIME: '2026-11-23T18:30:00Z' }, words);
  expect(status).toBe(0);
  expect(filesOf(content)).toEqual(['articles/2026/2026-11-24-dai-hoi-dai-bieu-lan-thu-5.md']);
  expect(stdout).toContain('articles/2026/2026-11-24-dai-hoi-dai-bieu-lan-thu-5.md, bản nháp, chưa ai thấy.');
  expect(stdout).toContain('Việc tiếp theo:');
  expect(readFileSync(join(content, filesOf(content)[0] ?? ''), 'utf8')).toMatch(
    /^---\ntitle: "Đại hội đại biểu: lần thứ #5"\ndate: 2026-11-24\nauthor: BTT\ncategory: Thông báo\nid: urn:uuid:[0-9a-f-]{36}\ndraft: true\n---\n\nSắp họp\.\n$/,
  );
  const checked = run('check', { CONTENT_DIR: content });
  expect(checked.stdout).toBe('');
  expect(checked.status).toBe(0);
});

test('without a title it asks step by step, again after an answer that is none', () => {
  const content = contentFolder({});
  const { status, stdout } = run('new', { CONTENT_DIR: content }, [], '!!!\nHọp báo\n9\n2\n1\n\nMời phóng viên.\n');
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

test('who stops halfway has made nothing', () => {
  const content = contentFolder({});
  expect(run('new', { CONTENT_DIR: content }, [], 'Họp báo\n').status).toBe(1);
  expect(filesOf(content)).toEqual([]);
});

test('a file is never written over, and an address never given twice', () => {
  const content = contentFolder({ 'articles/2019/2019-01-01-hop-bao.md': 'cũ' });
  const { status, stderr } = run('new', { CONTENT_DIR: content }, [
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

test('a question is made too', () => {
  const content = contentFolder({});
  expect(run('new', { CONTENT_DIR: content }, ['Vào hội thế nào?', '--question', '--asker', 'Bạn đọc']).status).toBe(0);
  expect(readFileSync(join(content, 'questions/2026-11-23-vao-hoi-the-nao.md'), 'utf8')).toMatch(
    /^---\ntitle: Vào hội thế nào\?\ndate: 2026-11-23\nasker: Bạn đọc\nid: urn:uuid:[0-9a-f-]{36}\ndraft: true\n---\n\n$/,
  );
  expect(run('check', { CONTENT_DIR: content }).stdout).toBe('');
});

test('a document is made too, ours unless another issuer is named, its number in its address', () => {
  const content = contentFolder({});
  const words = ['Kế hoạch công tác năm', '--document', '--number', '12/KH-LHH', '--type', 'Kế hoạch'];
  const { status, stdout } = run('new', { CONTENT_DIR: content }, words);
  expect(status).toBe(0);
  expect(stdout).toContain('sửa ngày ban hành (issued), chép tệp văn bản vào cạnh đó');
  const file = 'documents/2026-11-23-ke-hoach-cong-tac-nam-12-kh-lhh.md';
  const [, ours] = /^name: (.*)$/m.exec(readFileSync(join(content, 'site.yaml'), 'utf8')) ?? [];
  expect(readFileSync(join(content, file), 'utf8')).toBe(
    `---\ntitle: Kế hoạch công tác năm\nnumber: 12/KH-LHH\ntype: Kế hoạch\nissued: 2026-11-23\nissuer: ${ours}\ndraft: true\n---\n\n`,
  );
  expect(run('check', { CONTENT_DIR: content }).stdout).toBe('');
  expect(run('new', { CONTENT_DIR: content }, words).stderr).toContain(`Địa chỉ này đã là của ${content}/${file}`);
});

test('of a document the number, the kind and the issuer are asked for, again after an answer that is none', () => {
  const content = contentFolder({});
  const typed = 'Về việc mượn ghế\n\n7/CV-MAU\nCong van\ncông văn\nVăn phòng Mẫu\n';
  const { status, stdout } = run('new', { CONTENT_DIR: content }, ['--document'], typed);
  expect(status).toBe(0);
  expect(stdout).toContain('Trích yếu của văn bản:');
  expect(stdout).toContain('Văn bản không có số thì gõ: Không số.');
  expect(stdout).toContain('Có phải là “Công văn”?');
  expect(readFileSync(join(content, filesOf(content)[0] ?? ''), 'utf8')).toContain(
    'number: 7/CV-MAU\ntype: Công văn\nissued: 2026-11-23\nissuer: Văn phòng Mẫu\n',
  );
});

test('a document without its number or of a kind that is none is not made', () => {
  const content = contentFolder({});
  const made = (...words: string[]) =>
    run('new', { CONTENT_DIR: content }, ['Trích yếu', '--document', ...words]).stderr;
  expect(made()).toContain('Cần số, ký hiệu: thêm vào lệnh --number "12/KH-LHH"');
  expect(made('--number', '1/KH', '--type', 'Ke hoach')).toContain('có phải là “Kế hoạch”?');
  expect(filesOf(content)).toEqual([]);
});

test('an event is made too, when and where it takes place as a file wants it', () => {
  const content = contentFolder({});
  const words = ['Hội thả diều', '--event', '--from', '8h30 ngày 1/12/2026', '--place', 'Bãi cỏ'];
  expect(run('new', { CONTENT_DIR: content }, words).status).toBe(0);
  expect(readFileSync(join(content, 'events/2026-11-23-hoi-tha-dieu.md'), 'utf8')).toMatch(
    /^---\ntitle: Hội thả diều\ndate: 2026-11-23\nfrom: 2026-12-01 08:30\nplace: Bãi cỏ\nid: urn:uuid:[0-9a-f-]{36}\ndraft: true\n---\n\n$/,
  );
  expect(run('check', { CONTENT_DIR: content }).stdout).toBe('');
});

test('of an event it is asked when it begins, until that is a time; an event without is not made', () => {
  const content = contentFolder({});
  expect(run('new', { CONTENT_DIR: content }, ['Họp', '--event']).stderr).toContain(
    'Cần lúc bắt đầu: thêm vào lệnh --from',
  );
  expect(filesOf(content)).toEqual([]);
  const { stdout } = run('new', { CONTENT_DIR: content }, ['--event'], 'Họp\nsớm\n2026-12-01\n\nHội trường\n');
  expect(stdout).toContain('Viết như 2026-12-01 08:00, hoặc chỉ ngày: 2026-12-01.');
  expect(readFileSync(join(content, filesOf(content)[0] ?? ''), 'utf8')).toContain(
    'from: 2026-12-01\nplace: Hội trường\n',
  );
});

test('a title without its quotes is answered with them', () => {
  const { status, stderr } = run('new', { CONTENT_DIR: contentFolder({}) }, ['Hội', 'nghị']);
  expect(status).toBe(1);
  expect(stderr).toBe('Đặt tiêu đề trong ngoặc kép: npm run new -- "Hội nghị"\n');
});

test('a category that is none is answered with the nearest', () => {
  const { status, stderr } = run('new', { CONTENT_DIR: contentFolder({}) }, ['Bài', '--category', 'Thong bao']);
  expect(status).toBe(1);
  expect(stderr).toContain('Không có chuyên mục “Thong bao”: có phải là “Thông báo”?');
});
