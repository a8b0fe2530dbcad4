import { chmodSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  article,
  type EditorsClone,
  editors,
  ignoreGitSettingsOfMachine,
  keptCopy,
  noConflictMarkers,
} from '#tests/shared-repository.ts';

const old = 'content/articles/2026/cu.md';
const added = 'content/articles/2026/hoi-nghi.md';

ignoreGitSettingsOfMachine();

const withBody = (body: string) => article('Bài cũ', body);

describe('two editors', () => {
  test('at different articles: each gets what the other sent, in words', async () => {
    const { shared, lan, binh } = editors();
    binh.write('content/articles/2026/cua-binh.md', article('Bài của Bình'));
    await binh.send('');
    lan.write(added, article('Hội nghị'));
    const { text } = await lan.send('');
    expect(text).toContain('Đã lấy về những gì người khác gửi:\n  mới: bài “Bài của Bình”');
    expect(shared.git('log', '--format=%an', 'main')).toBe('Lan\nBình\nBiên tập viên');
    expect(lan.has('content/articles/2026/cua-binh.md')).toBe(true);
  });

  test.each([
    { choice: '1', kept: 'Đoạn ba của Lan.', other: 'Đoạn ba của Bình.' },
    { choice: '2', kept: 'Đoạn ba của Bình.', other: 'Đoạn ba của Lan.' },
  ])(
    'at one paragraph: both versions are shown, $choice is kept, the other is under a named branch',
    async ({ choice, kept, other }) => {
      const { shared, lan, binh } = editors();
      binh.write(old, withBody('Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba của Bình.\n'));
      await binh.send('');
      lan.write(old, withBody('Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba của Lan.\n'));
      const { text } = await lan.send('3', choice, ...(choice === '1' ? [''] : []));
      expect(text).toContain('− Đoạn ba.\n  + Đoạn ba của Lan.');
      expect(text).toContain('− Đoạn ba.\n  + Đoạn ba của Bình.');
      expect(text).toMatch(
        /BẢN CỦA BẠN \(▸: chỗ khác nhau\) =====[\s\S]* {2}Đoạn hai\.\n\n▸ Đoạn ba của Lan\.[\s\S]*BẢN CỦA BÌNH =====[\s\S]*▸ Đoạn ba của Bình\./,
      );
      expect(lan.read(old)).toContain(kept);
      expect(shared.file(old)).toContain(kept);
      expect(keptCopy(text)).toContain(other);
      const branch = /cất ở nhánh “(.+?)”/.exec(text)?.[1];
      expect(lan.git('show', `${branch}:${old}`)).toContain(other);
      noConflictMarkers(shared);
    },
  );

  test('at different paragraphs of one article: both edits together are offered', async () => {
    const { shared, lan, binh } = editors();
    binh.write(old, withBody('Đoạn một của Bình.\n\nĐoạn hai.\n\nĐoạn ba.\n'));
    await binh.send('');
    lan.write(old, withBody('Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba của Lan.\n'));
    const { text } = await lan.send('', '');
    expect(text).toContain('3. Giữ cả hai: chỗ sửa của hai bên không đụng nhau');
    expect(shared.file(old)).toBe(withBody('Đoạn một của Bình.\n\nĐoạn hai.\n\nĐoạn ba của Lan.\n'));
  });

  test('one deletes what the other edits: a choice, and nothing is lost', async () => {
    const { shared, lan, binh } = editors();
    binh.write(old, withBody('Bình sửa.\n'));
    await binh.send('');
    lan.remove(old);
    const { text } = await lan.send('2');
    expect(text).toMatch(/bạn xóa trên máy này, mà Bình sửa \(lúc /);
    expect(text).toContain('Bạn đã xóa tệp này.');
    expect(text).toContain('1. Giữ bản của bạn (xóa tệp)');
    expect(lan.read(old)).toBe(withBody('Bình sửa.\n'));
    expect(shared.file(old)).toBe(withBody('Bình sửa.\n'));
  });

  describe('of whom one renames what the other edits', () => {
    const id = 'id: urn:uuid:5b553c0f-1149-40c6-b34a-ca2856f01fdc\n';
    const first = 'content/articles/2026/co-ma.md';
    const renamed = 'content/articles/2026/ten-moi.md';
    const body = (end: string) => `Đoạn một.\n\nĐoạn hai.\n\n${end}\n`;
    const moved = (end: string) => article('Có mã', body(end), `${id}oldUrls:\n  - /bai-viet/co-ma/\n`);

    function withId() {
      const { shared, lan, binh } = editors();
      binh.write(first, article('Có mã', body('Đoạn ba.'), id));
      binh.push('có mã');
      lan.git('pull', '--quiet');
      return { shared, lan, binh };
    }

    test('the edit is in the renamed file, whoever sends first', async () => {
      for (const renamer of ['binh', 'lan'] as const) {
        const { shared, lan, binh } = withId();
        const [one, other] = renamer === 'binh' ? [binh, lan] : [lan, binh];
        one.remove(first);
        one.write(renamed, moved('Đoạn ba.'));
        other.write(first, article('Có mã', body('Đoạn ba sửa.'), id));
        await binh.send('');
        const { isDone } = await lan.send('', '');
        expect(isDone).toBe(true);
        expect(shared.file(first)).toBeUndefined();
        expect(shared.file(renamed)).toBe(moved('Đoạn ba sửa.'));
      }
    });

    test('edits that touch each other are one question, about one file', async () => {
      const { shared, lan, binh } = withId();
      binh.remove(first);
      binh.write(renamed, moved('Đoạn ba của Bình.'));
      await binh.send('');
      lan.write(first, article('Có mã', body('Đoạn ba của Lan.'), id));
      const { text } = await lan.send('2');
      expect(text).not.toContain('Giữ cả hai');
      expect(keptCopy(text)).toContain('Đoạn ba của Lan.');
      expect(shared.file(renamed)).toBe(moved('Đoạn ba của Bình.'));
      expect(lan.has(first)).toBe(false);
    });
  });

  test('an edit never gets into another article that is like the deleted one', async () => {
    const { shared, lan, binh } = editors();
    const [x, y] = ['content/articles/2026/x.md', 'content/articles/2026/y.md'];
    binh.write(x, article('Tin X', 'Sáng nay, đơn vị họp.\n'));
    binh.push('X');
    lan.git('pull', '--quiet');
    binh.remove(x);
    binh.write(y, article('Tin Y', 'Sáng nay, đơn vị họp.\n\nMai họp tiếp.\n'));
    await binh.send('');
    lan.write(x, article('Tin X', 'Sáng nay, đơn vị họp.\n', 'withdrawn: 2026-11-21\nwithdrawnReason: Tin X sai.\n'));
    const { text } = await lan.send('1', '');
    expect(text).not.toContain('Giữ cả hai');
    expect(shared.file(y)).not.toContain('withdrawn');
    expect(shared.file(x)).toContain('Tin X sai.');
  });

  test('who each add a file of one name are told how to keep both', async () => {
    const { lan, binh } = editors();
    binh.write(added, article('Hội nghị', 'Bình viết.\n'));
    await binh.send('');
    lan.write(added, article('Hội nghị', 'Lan viết.\n'));
    const { text } = await lan.send('1', '');
    expect(text).toMatch(/bạn thêm trên máy này, mà Bình cũng thêm \(lúc /);
    expect(text).toContain('Muốn giữ cả hai thì bấm Ctrl+C, đổi tên tệp của bạn');
  });

  test('at one picture: both can be opened before one is chosen', async () => {
    const { lan, binh } = editors();
    const picture = 'content/articles/2026/anh-1.jpg';
    const [ofBinh, ofLan] = ['2024/sau-o-ruong.jpg', '2026/hoi-thi-lan-thu-nam.jpg'].map((name) =>
      readFileSync(`tests/fixtures/newsroom/articles/${name}`),
    );
    binh.write(picture, ofBinh ?? '');
    binh.push('ảnh');
    lan.write(picture, ofLan ?? '');
    const written = article('Có ảnh', 'Lời dẫn.\n\n![Đại biểu giơ thẻ](anh-1.jpg)\n');
    lan.write(added, written);
    const { text } = await lan.send('3', '1', '');
    const [, path = ''] = /bản của Biên tập viên: (\S+)/.exec(text) ?? [];
    expect(text).toContain(`bản của bạn: ${picture}\n`);
    expect(readFileSync(path)).toEqual(ofBinh);
  });

  test('who are one, at two computers: what came is called the editor’s own', async () => {
    const { lan, binh } = editors();
    binh.git('config', 'user.email', 'Lan@example.org');
    binh.write(old, withBody('Ở nhà.\n'));
    await binh.send('');
    lan.write(old, withBody('Ở cơ quan.\n'));
    const { text } = await lan.send('1', '');
    expect(text).toMatch(/mà lần gửi trước của bạn cũng sửa \(lúc /);
    expect(text).toContain('2. Giữ bản của lần gửi trước của bạn');
  });

  test('whoever’s deletion is chosen, the text of the other is kept', async () => {
    const { shared, lan, binh } = editors();
    binh.remove(old);
    await binh.send('');
    lan.write(old, withBody('Lan viết nhiều.\n'));
    const { text, isDone } = await lan.send('2');
    expect(isDone).toBe(true);
    expect(keptCopy(text)).toContain('Lan viết nhiều.');
    expect(lan.has(old)).toBe(false);
    expect(shared.file(old)).toBeUndefined();
  });

  test('both add a line at the end of a list: both lines stay', async () => {
    const { shared, lan, binh } = editors();
    const list = 'content/authors.yaml';
    const before = lan.read(list);
    binh.write(list, `${before}- name: Bình\n  slug: binh\n`);
    await binh.send('');
    lan.write(list, `${before}- name: Lan\n  slug: lan\n`);
    expect((await lan.send('')).isDone).toBe(true);
    expect(shared.file(list)).toContain('- name: Bình\n  slug: binh\n');
    expect(shared.file(list)).toContain('- name: Lan\n  slug: lan\n');
  });

  test('two articles with one title are two: the deletion of one and the other, which is new, are both shown', async () => {
    const { lan } = editors();
    lan.write('content/articles/2025/tb.md', article('Thông báo').replace('2026-11-20', '2025-03-01'));
    lan.push('cũ');
    lan.remove('content/articles/2025/tb.md');
    lan.write('content/articles/2026/tb-moi.md', article('Thông báo', 'Khác hẳn.\n'));
    const { text } = await lan.send('k');
    expect(text).toContain('xóa: bài “Thông báo”');
    expect(text).toContain('mới: bài “Thông báo”');
  });

  test('a file that a killed process left half-written is finished, not taken for the editor’s', async () => {
    const { shared, lan, binh } = editors();
    const photo = Buffer.alloc(300_000, 'anh');
    binh.write('content/articles/2026/anh.bin', photo);
    binh.push('ảnh');
    lan.git('fetch', '--quiet');
    // As git leaves it when it is killed while it writes the file.
    lan.git('update-ref', 'refs/worktree/send/checkout', 'origin/main');
    lan.write('content/articles/2026/anh.bin', photo.subarray(0, 100_000));
    const { text } = await lan.send();
    expect(text).not.toContain('Bạn đã thêm tệp này');
    expect(readFileSync(join(lan.folder, 'content/articles/2026/anh.bin')).equals(photo)).toBe(true);
    expect(shared.git('rev-list', '--count', 'main')).toBe('2');
  });

  test('one renames a folder in which the other adds a file: both stay where they were put', async () => {
    const { shared, lan, binh } = editors();
    for (const name of ['a', 'b', 'c'])
      binh.write(`content/articles/2025/${name}.md`, article(`Bài ${name}`, `${name}.\n`));
    binh.push('ba bài');
    lan.git('pull', '--quiet');
    binh.git('mv', 'content/articles/2025', 'content/articles/nam-2025');
    await binh.send('');
    lan.write('content/articles/2025/moi-cua-lan.md', article('Mới của Lan'));
    expect((await lan.send('')).isDone).toBe(true);
    expect(lan.read('content/articles/2025/moi-cua-lan.md')).toBe(article('Mới của Lan'));
    expect(shared.file('content/articles/2025/moi-cua-lan.md')).toBeDefined();
    expect(shared.file('content/articles/nam-2025/a.md')).toBeDefined();
  });

  test('one makes a file, the other a folder of the same name: nothing is overwritten, and the name is told', async () => {
    const { shared, lan, binh } = editors();
    binh.write('content/articles/2026/tai-lieu', 'tệp');
    binh.push('tệp');
    lan.write('content/articles/2026/tai-lieu/x.txt', 'x');
    const { text, isDone } = await lan.send();
    expect(isDone).toBe(false);
    expect(text).toContain('“content/articles/2026/tai-lieu” một bên là tệp, một bên là thư mục');
    expect(lan.read('content/articles/2026/tai-lieu/x.txt')).toBe('x');
    expect(shared.file('content/articles/2026/tai-lieu')).toBeDefined();
  });

  test('both add a line to a list: both lines stay, without a question', async () => {
    const { shared, lan, binh } = editors();
    const list = 'content/domains.yaml';
    const before = lan.read(list);
    binh.write(list, `- binh.vn\n${before}`);
    await binh.send('');
    lan.write(list, `${before}- lan.vn\n`);
    const { isDone } = await lan.send('');
    expect(isDone).toBe(true);
    expect(shared.file(list)).toBe(`- binh.vn\n${before}- lan.vn\n`);
  });

  test('both sent the same file: nobody is asked', async () => {
    const { lan, binh } = editors();
    for (const editor of [binh, lan]) editor.write(added, article('Hội nghị'));
    await binh.send('');
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('the other sends while this one reads the question: fetched, and sent again without another question', async () => {
    const { shared, lan, binh } = editors();
    lan.write(added, article('Hội nghị'));
    const race = () => {
      binh.write('content/articles/2026/cua-binh.md', article('Bài của Bình'));
      binh.push('Bài của Bình');
      return undefined;
    };
    const { text, isDone } = await lan.send(race);
    expect(text).toContain('Vừa lúc ấy có người khác gửi trước: lấy về rồi gửi lại.');
    expect(isDone).toBe(true);
    expect(shared.git('log', '--format=%an', 'main').split('\n').slice(0, 2)).toEqual(['Lan', 'Biên tập viên']);
    expect(shared.file(added)).toBe(article('Hội nghị'));
  });

  test('what changes on this machine during a race is shown before it is sent', async () => {
    const { shared, lan, binh } = editors();
    const hook = join(lan.folder, '.git', 'hooks', 'pre-push');
    const unseen = withBody('Chưa xem bao giờ.\n');
    binh.write('content/articles/2026/cua-binh.md', article('Bài của Bình'));
    binh.git('add', '--all');
    binh.git('commit', '--quiet', '--message', 'Bình');
    writeFileSync(
      hook,
      `#!/bin/sh\nunset GIT_DIR GIT_INDEX_FILE\ngit -C '${binh.folder}' push -q origin HEAD:main\nprintf '%s' '${unseen}' > '${join(lan.folder, old)}'\nrm "$0"\n`,
    );
    chmodSync(hook, 0o755);
    lan.write(old, withBody('Đã xem.\n'));
    const { unused } = await lan.send('', 'k');
    expect(unused).toBe(0);
    expect(shared.file(old)).not.toContain('Chưa xem');
  });

  test('a file outside content/ that this machine changed gives way to an incoming one, and is kept', async () => {
    const { shared, lan, binh } = editors();
    // Older than the index, or git would look at the bytes instead of the time.
    const writeOld = (clone: EditorsClone, text: string) => {
      clone.write('package-lock.json', text);
      utimesSync(join(clone.folder, 'package-lock.json'), 1_000_000, 1_000_000);
    };
    writeOld(binh, '{"lock":1}');
    binh.push('một');
    lan.git('pull', '--quiet');
    writeOld(lan, '{"lock":"lan"}');
    lan.write('ghi-chu/a[1].txt', 'của Lan');
    lan.write('ghi-chu/a1.txt', 'cũng của Lan');
    binh.write('package-lock.json', '{"lock":2}');
    binh.write('ghi-chu/a[1].txt', 'của Bình');
    binh.push('hai');
    lan.write(added, article('Hội nghị'));
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(true);
    expect(text).toContain('Vài tệp trên máy này khác kho chung');
    expect(lan.read('package-lock.json')).toBe('{"lock":2}');
    expect(lan.read('ghi-chu/a[1].txt')).toBe('của Bình');
    expect(lan.read('ghi-chu/a1.txt')).toBe('cũng của Lan');
    const branch = /cất ở nhánh “(.+?)”/.exec(text)?.[1];
    expect(lan.git('show', `${branch}:package-lock.json`)).toBe('{"lock":"lan"}');
    expect(shared.git('show', 'main:package-lock.json')).toBe('{"lock":2}');
  });

  test('a file in the way of an incoming folder, and a folder in the way of a file, are kept', async () => {
    const { lan, binh } = editors();
    lan.write('.git/info/exclude', 'rac\nkho\n');
    lan.write('rac', 'tệp của Lan');
    lan.write('kho/x.txt', 'thư mục của Lan');
    binh.write('rac/a.txt', 'của Bình');
    binh.write('kho', 'của Bình');
    binh.push('rác');
    const { text, isDone } = await lan.send();
    expect(isDone).toBe(true);
    expect([lan.read('rac/a.txt'), lan.read('kho')]).toEqual(['của Bình', 'của Bình']);
    const branch = /cất ở nhánh “(.+?)”/.exec(text)?.[1];
    expect([lan.git('show', `${branch}:rac`), lan.git('show', `${branch}:kho/x.txt`)]).toEqual([
      'tệp của Lan',
      'thư mục của Lan',
    ]);
  });

  test('somebody always sends first: after five times the editor is asked to wait, and nothing has moved', async () => {
    const { shared, lan, binh } = editors();
    // A hook that runs before git compares: each time another commit arrives.
    writeFileSync(
      join(lan.folder, '.git', 'hooks', 'pre-push'),
      `#!/bin/sh\nunset GIT_DIR GIT_INDEX_FILE\ncd '${binh.folder}' && git pull -q && git commit -q --allow-empty -m lại && git push -q origin HEAD:main\n`,
    );
    chmodSync(join(lan.folder, '.git', 'hooks', 'pre-push'), 0o755);
    lan.write(added, article('Hội nghị'));
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(false);
    expect(text).toContain('Nhiều người đang gửi cùng lúc: đợi vài phút rồi chạy lại; vẫn thế thì hỏi người quản trị.');
    expect(shared.file(added)).toBeUndefined();
    expect(lan.read(added)).toBe(article('Hội nghị'));
  });
});
