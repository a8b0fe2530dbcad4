import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixedTime, runScript } from '#bench/fixtures/run-script.ts';
import { article, type EditorsClone, SharedRepository } from '#tests/shared-repository.ts';

const old = 'content/articles/2026/cu.md';
const added = 'content/articles/2026/hoi-nghi.md';

beforeAll(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

function editors(): { shared: SharedRepository; lan: EditorsClone; binh: EditorsClone } {
  const shared = new SharedRepository();
  return { shared, lan: shared.clone('Lan'), binh: shared.clone('Bình') };
}

describe('taking back what was sent last', () => {
  test('brings an edited article back to what it was, there and on this machine, and keeps the text that was sent', async () => {
    const { shared, lan } = editors();
    const before = lan.read(old);
    lan.write(old, article('Bài cũ', 'Sửa nhầm.\n'));
    await lan.send('');
    const { text, isDone, unused } = await lan.undo('');
    expect({ isDone, unused }).toEqual({ isDone: true, unused: 0 });
    expect(text).toMatch(/Lần gửi gần nhất từ máy này, lúc .*:\n {2}sửa: bài “Bài cũ”/);
    expect(shared.file(old)).toBe(before);
    expect(lan.read(old)).toBe(before);
    expect(shared.git('log', '-1', '--format=%s', 'main')).toBe('Lấy lại: Sửa: Bài cũ');
    const branch = /còn cất ở nhánh “(.+?)”/.exec(text)?.[1] ?? '';
    expect(lan.git('show', `${branch}:${old}`)).toContain('Sửa nhầm.');
    expect((await lan.undo()).text).toContain('lần gửi gần nhất đã được lấy lại');
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('withdraws a new article that readers may have seen, with the reason they read', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị'));
    await lan.send('');
    const { text } = await lan.undo('', 'Đăng nhầm bản chưa duyệt.');
    expect(text).toContain('“Hội nghị” có thể đã có người đọc, nên sẽ được gỡ, để lại thông báo; không xóa.');
    expect(shared.file(added)).toContain('withdrawn: 2026-11-23T08:00:00+07:00');
    expect(shared.file(added)).toContain('withdrawnReason: "Đăng nhầm bản chưa duyệt."');
    expect(lan.read(added)).toBe(shared.file(added));
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('removes a new draft, and keeps it on this machine under a branch', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị', 'Lời.\n', 'draft: true\n'));
    await lan.send('');
    const { text } = await lan.undo('');
    expect(shared.file(added)).toBeUndefined();
    expect(lan.has(added)).toBe(false);
    const branch = /còn cất ở nhánh “(.+?)”/.exec(text)?.[1] ?? '';
    expect(lan.git('show', `${branch}:${added}`)).toContain('Hội nghị');
  });

  test('leaves a file that somebody else changed since, and says so', async () => {
    const { shared, lan, binh } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    lan.write('content/articles/2026/nhap.md', article('Nháp', 'Lời.\n', 'draft: true\n'));
    await lan.send('');
    await binh.send();
    binh.write(old, article('Bài cũ', 'Bình sửa tiếp.\n'));
    await binh.send('');
    const { text } = await lan.undo('');
    expect(text).toContain(`${old} đã được người khác sửa tiếp sau lần gửi ấy: giữ nguyên.`);
    expect(shared.file(old)).toContain('Bình sửa tiếp.');
    expect(shared.file('content/articles/2026/nhap.md')).toBeUndefined();
  });

  test('keeps what was changed on this machine and not sent', async () => {
    const { shared, lan } = editors();
    lan.write(old, article('Bài cũ', 'Sửa nhầm.\n'));
    await lan.send('');
    lan.write('content/articles/2026/dang-viet.md', article('Đang viết'));
    await lan.undo('');
    expect(lan.read('content/articles/2026/dang-viet.md')).toBe(article('Đang viết'));
    expect(shared.file('content/articles/2026/dang-viet.md')).toBeUndefined();
  });

  test('is refused where other articles rely on it by now', async () => {
    const { shared, lan, binh } = editors();
    lan.write('content/categories.yaml', `${lan.read('content/categories.yaml')}- name: Hội thảo\n  slug: hoi-thao\n`);
    await lan.send('');
    await binh.send();
    binh.write(added, article('Hội nghị').replace('Tin tức - sự kiện', 'Hội thảo'));
    await binh.send('');
    const before = shared.git('rev-parse', 'main');
    const { text, isDone } = await lan.undo('');
    expect(isDone).toBe(false);
    expect(text).toContain('Chưa lấy lại gì, vì những bài khác đã dựa vào lần gửi ấy:');
    expect(text).toContain('hoi-nghi.md:5:');
    expect(shared.git('rev-parse', 'main')).toBe(before);
  });

  test('does nothing that the editor does not confirm, and nothing on a machine that sent nothing', async () => {
    const { shared, lan, binh } = editors();
    expect((await binh.undo()).text).toContain('Không có gì để lấy lại: máy này chưa gửi gì');
    lan.write(old, article('Bài cũ', 'Sửa.\n'));
    await lan.send('');
    const before = shared.git('rev-parse', 'main');
    expect((await lan.undo('k')).text).toContain('Chưa lấy lại gì.');
    expect(shared.git('rev-parse', 'main')).toBe(before);
  });
});

test('the commands themselves: questions on the terminal, answers from it', () => {
  const { shared, lan } = editors();
  const environment = { CONTENT_DIR: lan.contentDir, BUILD_TIME: fixedTime };
  lan.write(added, article('Hội nghị'));
  const stopped = runScript('send', environment);
  expect(stopped).toMatchObject({ status: 1, stderr: '\nĐã dừng: chưa gửi gì, và không mất gì.\n' });
  const sent = runScript('send', environment, [], '\n');
  expect(sent.stdout).toContain(
    'Sẽ gửi đi:\n  mới: bài “Hội nghị” (ai cũng thấy khi trang dựng lại)\nGửi? (Enter: có; k: không) ',
  );
  expect(shared.file(added)).toBe(article('Hội nghị'));
  expect(runScript('undo', environment, [], '\n\n').stdout).toContain('Đã lấy lại.');
  expect(runScript('send', environment, ['bài.md']).stderr).toContain('Cách dùng: npm run send');
});
