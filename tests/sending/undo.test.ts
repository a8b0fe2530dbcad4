import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { commandEnvironment, fixedTime, runScript, scriptArgs } from '#bench/fixtures/run-script.ts';
import { SettingsError } from '#site/settings.ts';
import { article, editors, ignoreGitSettingsOfMachine, keptCopy } from '#tests/shared-repository.ts';

const old = 'content/articles/2026/cu.md';
const added = 'content/articles/2026/hoi-nghi.md';

ignoreGitSettingsOfMachine();

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
    expect(keptCopy(text)).toContain('Sửa nhầm.');
    expect(text).toContain('Vài phút sau trang được dựng lại.');
    expect((await lan.undo()).text).toContain('lần gửi gần nhất đã được lấy lại');
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('withdraws a new article that readers may have seen, with the reason they read', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị'));
    await lan.send('');
    const { text } = await lan.undo('', 'Đăng nhầm bản chưa duyệt.');
    expect(text).toContain('Lấy lại? Bài được gỡ; bản đã gửi được cất. (Enter: có; k: không)');
    expect(text).toContain('Có thể đã có người đọc bài “Hội nghị”, nên bài sẽ được gỡ, để lại thông báo; không xóa.');
    expect(shared.file(added)).toContain('withdrawn: 2026-11-23T08:00:00+07:00');
    expect(shared.file(added)).toContain('withdrawnReason: "Đăng nhầm bản chưa duyệt."');
    expect(lan.read(added)).toBe(shared.file(added));
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('removes a new draft, and keeps a copy of it', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị', 'Lời.\n', 'draft: true\n'));
    await lan.send('');
    const { text } = await lan.undo('');
    expect(shared.file(added)).toBeUndefined();
    expect(lan.has(added)).toBe(false);
    expect(keptCopy(text)).toContain('Hội nghị');
    expect(text).toContain('Bạn đọc không thấy gì khác, vì chỉ có bản nháp.');
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

  test('withdraws a draft that was published, and leaves the new author that it may need', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị', 'Lời.\n', 'draft: true\n'));
    await lan.send('');
    lan.write(added, article('Hội nghị').replace('author: BTT', 'author: Lan Anh'));
    lan.write('content/authors.yaml', `${lan.read('content/authors.yaml')}- name: Lan Anh\n  slug: lan-anh\n`);
    await lan.send('');
    const { text, isDone } = await lan.undo('', '');
    expect(isDone).toBe(true);
    expect(text).toContain('content/authors.yaml giữ nguyên, vì bài được gỡ có thể cần tới.');
    expect(shared.file(added)).toContain('withdrawnReason: "Bài đăng nhầm."');
  });

  test('says of an article that is withdrawn with a change of another what becomes of each', async () => {
    const { lan } = editors();
    lan.write(added, article('Hội nghị'));
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    expect((await lan.undo('k')).text).toContain(
      'Lấy lại? Bài được gỡ; tệp khác trở về như trước lần gửi ấy, trên máy này cũng vậy; bản đã gửi được cất.',
    );
  });

  test('brings deleted files back, of which there is nothing to copy', async () => {
    const { lan } = editors();
    lan.remove(old);
    const { text: discarded } = await lan.send('b', '');
    expect(discarded).toContain(
      'Đã bỏ. Bản của bạn chỉ xóa tệp, nên không có gì để chép ra; các tệp ấy trở lại như trước.',
    );
    expect(discarded).not.toContain('ban-cat');
    expect(lan.has(old)).toBe(true);
    lan.remove(old);
    await lan.send('');
    const { text } = await lan.undo('');
    expect(text).toContain('Lần gửi ấy chỉ xóa tệp, nên không có gì để chép ra; các tệp ấy trở lại như trước.');
    expect(text).not.toContain('ban-cat');
    expect(lan.has(old)).toBe(true);
  });

  test('gives a renamed file its former name', async () => {
    const { shared, lan } = editors();
    const before = lan.read(old);
    lan.remove(old);
    lan.write(added, article('Bài cũ', 'Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n', 'oldUrls:\n  - /bai-viet/cu/\n'));
    await lan.send('');
    expect((await lan.undo('')).isDone).toBe(true);
    expect(shared.file(old)).toBe(before);
    expect(shared.file(added)).toBeUndefined();
  });

  test('leaves a renamed file that somebody changed since under its new name, and only there', async () => {
    const { shared, lan, binh } = editors();
    lan.remove(old);
    lan.write(added, article('Bài cũ', 'Đoạn một.\n', 'oldUrls:\n  - /bai-viet/cu/\n'));
    await lan.send('');
    await binh.send();
    binh.write(added, article('Bài cũ', 'Bình sửa.\n', 'oldUrls:\n  - /bai-viet/cu/\n'));
    await binh.send('');
    expect((await lan.undo()).isDone).toBe(false);
    expect(shared.file(old)).toBeUndefined();
    expect(shared.file(added)).toContain('Bình sửa.');
  });

  test('leaves a withdrawal by somebody else as it is', async () => {
    const { shared, lan, binh } = editors();
    lan.write(added, article('Hội nghị'));
    await lan.send('');
    await binh.send();
    binh.write(added, article('Hội nghị', 'Lời.\n', 'withdrawn: 2026-11-21\nwithdrawnReason: Bình gỡ.\n'));
    await binh.send('');
    expect((await lan.undo()).text).toContain('mọi tệp của lần gửi ấy đã được người khác sửa tiếp');
    expect(shared.file(added)).toContain('Bình gỡ.');
  });

  test('whose answer was lost is found to be done', async () => {
    const { shared, lan } = editors();
    lan.write(old, article('Bài cũ', 'Sửa nhầm.\n'));
    await lan.send('');
    const hook = join(shared.folder, 'hooks', 'post-receive');
    writeFileSync(hook, `#!/bin/sh\nmv '${shared.folder}' '${shared.folder}.away'\nkill -9 $PPID\n`);
    chmodSync(hook, 0o755);
    const lost = await lan.undo('');
    expect(lost.isDone).toBe(false);
    expect(keptCopy(lost.text)).toContain('Sửa nhầm.');
    renameSync(`${shared.folder}.away`, shared.folder);
    rmSync(hook);
    const again = await lan.undo();
    expect(again.text).toContain('Lần lấy lại trước bị đứt giữa chừng, nhưng ở kho chung đã xong.');
    expect(again.text).toContain('Không có gì để lấy lại');
    expect(lan.read(old)).toBe(shared.file(old));
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

  test('without a connection says that nothing was taken back', async () => {
    const { shared, lan } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    renameSync(shared.folder, `${shared.folder}.away`);
    const { text, isDone } = await lan.undo();
    expect(isDone).toBe(false);
    expect(text).toContain('Chưa lấy lại gì, và không mất gì.');
    expect(text).not.toContain('Chưa gửi gì');
  });

  test('whose connection breaks off at the end says that it is done in the shared repository', async () => {
    const { shared, lan } = editors();
    const before = lan.read(old);
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    const hook = join(shared.folder, 'hooks', 'post-receive');
    mkdirSync(join(shared.folder, 'hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nmv '${shared.folder}' '${shared.folder}.away'\n`);
    chmodSync(hook, 0o755);
    const { text, isDone } = await lan.undo('');
    expect(isDone).toBe(false);
    expect(text).not.toMatch(/Chưa (?:gửi|lấy lại) gì/);
    expect(text).toContain('Ở kho chung đã lấy lại rồi: chạy npm run send');
    rmSync(join(`${shared.folder}.away`, 'hooks'), { recursive: true });
    renameSync(`${shared.folder}.away`, shared.folder);
    await lan.send();
    expect(lan.read(old)).toBe(before);
  });

  test('that the shared repository refuses by a rule of its own says that nothing was taken back', async () => {
    const { shared, lan } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    const hook = join(shared.folder, 'hooks', 'pre-receive');
    mkdirSync(join(shared.folder, 'hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "Khóa tới thứ Hai." >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    expect((await lan.undo('')).text).toMatch(
      /Kho chung không nhận, theo quy tắc riêng của nó[\s\S]*Chưa lấy lại gì, và không mất gì\.\n {2}Kho chung nói: Khóa tới thứ Hai/,
    );
  });

  test('of a shared repository that wants a review by now says how the article is taken off all the same', async () => {
    const { shared, lan } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    const hook = join(shared.folder, 'hooks', 'pre-receive');
    mkdirSync(join(shared.folder, 'hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "error: GH006: Protected branch update failed." >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const { text, isDone } = await lan.undo('');
    expect(isDone).toBe(false);
    expect(text).toContain('Chưa lấy lại gì, vì kho chung không nhận gửi thẳng');
    expect(text).toContain('npm run withdraw');
    expect(lan.read(old)).toContain('Lan sửa.');
  });

  test('of an article that was written on since asks which text stays, after it is done in the shared repository', async () => {
    const { lan } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    lan.write(old, article('Bài cũ', 'Lan viết tiếp.\n'));
    const { text, isDone } = await lan.undo('', '1');
    expect(isDone).toBe(true);
    expect(text).toMatch(
      /Ở kho chung đã lấy lại xong\.[\s\S]*bạn sửa trên máy này, mà lần lấy lại của bạn cũng sửa\.[\s\S]*Ctrl\+C: tệp trên máy này chưa đổi gì\.\n/,
    );
    expect(lan.read(old)).toContain('Lan viết tiếp.');
  });

  test('that stopped at that question is called by its name in every later command, until the files follow', async () => {
    const { lan, binh } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n\nĐoạn hai.\n\nĐoạn ba.\n'));
    await lan.send('');
    lan.write(old, article('Bài cũ', 'Lan sửa.\n\nĐoạn hai.\n\nLan viết tiếp.\n'));
    const stop = () => {
      throw new SettingsError('Ctrl+C');
    };
    const first = await lan.undo('', stop);
    expect(first.text).toContain('3. Giữ cả hai: chỗ sửa của hai bên không đụng nhau');
    for (const again of [() => lan.send(stop), () => lan.undo(stop)]) {
      const { text } = await again();
      expect(text).toContain('Lần lấy lại trước bị đứt giữa chừng, nhưng ở kho chung đã xong.');
      expect(text).toContain('Trên máy này, các tệp cũng trở về như trước:\n  sửa: bài “Bài cũ”');
      expect(text).toContain('mà lần lấy lại của bạn cũng sửa.');
      expect(text).toContain('Ctrl+C: tệp trên máy này chưa đổi gì.');
      expect(text).not.toContain('người khác');
    }
    binh.write('content/articles/2026/cua-binh.md', article('Bài của Bình'));
    binh.git('pull', '--quiet');
    binh.push('Bình');
    const { text } = await lan.send('', 'k');
    expect(text).toContain('Đã lấy về những gì mới ở kho chung:\n');
    expect(text).toContain('mà lần lấy lại của bạn cũng sửa.');
    expect((await lan.send('k')).text).not.toContain('Lần lấy lại');
  });

  test('before which somebody else changed what the editor writes on says that nothing was taken back', async () => {
    const { lan, binh } = editors();
    lan.write(old, article('Bài cũ', 'Lan sửa.\n'));
    await lan.send('');
    await binh.send();
    binh.write(old, article('Bài cũ', 'Bình sửa.\n'));
    await binh.send('');
    lan.write(old, article('Bài cũ', 'Lan viết tiếp.\n'));
    const { text } = await lan.undo('2');
    expect(text).toContain('Ctrl+C: chưa lấy lại gì.');
    expect(text).toMatch(
      /Không lấy lại được gì: .*sửa thẳng trong bài rồi npm run send, hoặc hỏi người đã sửa tiếp\.$/m,
    );
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
  const environment = { CONTENT_DIR: lan.contentDir, BUILD_TIME: fixedTime, KEPT_DIR: `${lan.folder}.ban-cat` };
  lan.write(added, article('Hội nghị'));
  const stopped = runScript('send', environment);
  expect(stopped).toMatchObject({ status: 1, stderr: '\nĐã dừng ở đây. Không mất gì: chạy lại lệnh để đi tiếp.\n' });
  const sent = runScript('send', environment, [], '\n');
  expect(sent.stdout).toContain(
    'Sẽ gửi đi:\n  mới: bài “Hội nghị” (ai cũng thấy khi trang dựng lại)\n(Có 1 lưu ý trong những tệp sẽ gửi, không chặn: npm run check để đọc.)\nGửi? (Enter: có; k: không; b: bỏ những chỗ sửa ấy) ',
  );
  expect(shared.file(added)).toBe(article('Hội nghị'));
  expect(runScript('undo', environment, [], '\n\n').stdout).toContain('Đã lấy lại.');
  expect(runScript('send', environment, ['bài.md']).stderr).toContain('Cách dùng: npm run send');
});

const pseudoTerminal = '/usr/bin/script';

test.runIf(existsSync(pseudoTerminal))('on a terminal, a command that stops with a sentence ends', async () => {
  const { lan } = editors();
  const command = [process.execPath, ...scriptArgs('scripts/undo.ts')].join(' ');
  const terminal = spawn(pseudoTerminal, ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: commandEnvironment({ CONTENT_DIR: lan.contentDir }),
    // Open, as a keyboard is: at the end of its input any command would end.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [[status], printed] = await Promise.all([once(terminal, 'close'), text(terminal.stdout)]);
  expect(printed).toContain('Không có gì để lấy lại');
  expect(status).toBe(1);
});
