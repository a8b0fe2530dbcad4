import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { article, type EditorsClone, SharedRepository } from '#tests/shared-repository.ts';

const old = 'content/articles/2026/cu.md';
const added = 'content/articles/2026/hoi-nghi.md';

// The git of the machine must not bring its own names, helpers and hooks.
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

const withBody = (body: string) => article('Bài cũ', body);

describe('an editor sends', () => {
  test('a new article: it is shown, asked for, and arrives with its title as the message', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị tổng kết'));
    const { text, isDone, unused } = await lan.send('');
    expect(text).toContain('mới: bài “Hội nghị tổng kết” (ai cũng thấy khi trang dựng lại)');
    expect(text).toContain('Đã gửi. Vài phút sau trang được dựng lại. Gửi nhầm thì npm run undo lấy lại.');
    expect({ isDone, unused }).toEqual({ isDone: true, unused: 0 });
    expect(shared.file(added)).toBe(lan.read(added));
    expect(shared.git('log', '-1', '--format=%an|%s', 'main')).toBe('Lan|Mới: Hội nghị tổng kết');
    expect(lan.git('status', '--porcelain')).toBe('');
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('nothing that the editor does not confirm', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị'));
    const before = shared.git('rev-parse', 'main');
    const { text } = await lan.send('gì cơ', 'k');
    expect(text).toContain('Bấm Enter nếu có, gõ k nếu không.');
    expect(text).toContain('Chưa gửi. Mọi thứ vẫn ở trên máy này');
    expect(shared.git('rev-parse', 'main')).toBe(before);
    expect(lan.read(added)).toBe(article('Hội nghị'));
  });

  test('only content/: what else was changed on this machine stays there', async () => {
    const { shared, lan } = editors();
    lan.write(added, article('Hội nghị'));
    lan.write('package-lock.json', '{}');
    lan.write('ghi-chu.txt', 'riêng');
    await lan.send('');
    expect(shared.git('ls-tree', '-r', '--name-only', 'main')).not.toMatch(/package-lock|ghi-chu/);
    expect(lan.read('ghi-chu.txt')).toBe('riêng');
  });

  test('what an error stops is named with file, line and remedy; of others’ errors the editor is only told', async () => {
    const { shared, lan, binh } = editors();
    lan.write(added, article('Hội nghị', 'Lời dẫn.\n\n![](khong-co.jpg)\n'));
    const refused = await lan.send();
    expect(refused.isDone).toBe(false);
    expect(refused.text).toMatch(/Chưa gửi gì, vì nội dung trên máy này có \d lỗi/);
    expect(refused.text).toContain('hoi-nghi.md:10:1 ·');
    expect(shared.file(added)).toBeUndefined();
    lan.remove(added);
    binh.write('content/articles/2026/cua-binh.md', article('Bài của Bình', 'Lời.\n\n![](mat.jpg)\n'));
    binh.push('có lỗi');
    lan.write(added, article('Hội nghị'));
    const sent = await lan.send('');
    expect(sent.text).toContain('lỗi ở tệp của người khác, không chặn bài của bạn');
    expect(shared.file(added)).toBe(article('Hội nghị'));
  });

  test('an error that only the versions of both together have stops the one who sends last', async () => {
    const { shared, lan, binh } = editors();
    binh.write('content/articles/2026/mot.md', article('Một', 'Lời.\n\n[Bài cũ](/bai-viet/cu/)\n'));
    binh.push('liên kết tới bài cũ');
    lan.remove(old);
    const { text, isDone } = await lan.send();
    expect(isDone).toBe(false);
    expect(text).toContain('mot.md');
    expect(shared.file(old)).toBeDefined();
  });

  test('a draft, a withdrawal, a deletion, a renamed file and pictures, each in its own words', async () => {
    const { lan } = editors();
    lan.write(
      'content/articles/2026/a.md',
      article('Bài A', 'Lời.\n', 'id: urn:uuid:5b553c0f-1149-40c6-b34a-ca2856f01fdc\n'),
    );
    lan.write('content/articles/2026/b.md', article('Bài B'));
    lan.push('hai bài');
    lan.remove('content/articles/2026/a.md');
    lan.write(
      'content/articles/2026/a-moi.md',
      article('Bài A', 'Lời.\n', 'id: urn:uuid:5b553c0f-1149-40c6-b34a-ca2856f01fdc\noldUrls:\n  - /bai-viet/a/\n'),
    );
    lan.write(
      'content/articles/2026/b.md',
      article('Bài B', 'Lời.\n', 'withdrawn: 2026-11-21\nwithdrawnReason: Nhầm.\n'),
    );
    lan.remove(old);
    lan.write('content/articles/2026/nhap.md', article('Nháp', 'Lời.\n\n![Ba người](anh.jpg)\n', 'draft: true\n'));
    lan.write('content/articles/2026/anh.jpg', readFileSync('tests/fixtures/anh-thu.jpg'));
    lan.write('content/articles/2026/hen.md', article('Hẹn').replace('2026-11-20', '2026-12-01 08:30'));
    const { text } = await lan.send('k');
    expect(text).toContain('đổi tên tệp: bài “Bài A”');
    expect(text).toContain('gỡ: bài “Bài B” (ở địa chỉ ấy chỉ còn thông báo đã gỡ)');
    expect(text).toContain('xóa: bài “Bài cũ” (địa chỉ ấy sẽ mất; bài đã đăng lâu thì nên gỡ, đừng xóa)');
    expect(text).toContain('mới: bài “Nháp”, kèm 1 ảnh và tệp (bản nháp, chưa ai thấy)');
    expect(text).toContain('mới: bài “Hẹn” (hẹn lúc 08:30, 01/12/2026)');
  });
});

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
        /BẢN CỦA BẠN =====[\s\S]*Đoạn ba của Lan\.[\s\S]*BẢN CỦA BÌNH =====[\s\S]*Đoạn ba của Bình\./,
      );
      expect(lan.read(old)).toContain(kept);
      expect(shared.file(old)).toContain(kept);
      const [, branch = '', path = ''] = /git show "([^:]+):([^"]+)"/.exec(text) ?? [];
      expect(lan.git('show', `${branch}:${path}`)).toContain(other);
      noMarkers(lan);
    },
  );

  test('at different paragraphs of one article: both edits together are offered', async () => {
    const { shared, lan, binh } = editors();
    binh.write(old, withBody('Đoạn một của Bình.\n\nĐoạn hai.\n\nĐoạn ba.\n'));
    await binh.send('');
    lan.write(old, withBody('Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba của Lan.\n'));
    const { text } = await lan.send('', '');
    expect(text).toContain('3. Giữ cả hai: chỗ sửa của hai người không đụng nhau');
    expect(shared.file(old)).toBe(withBody('Đoạn một của Bình.\n\nĐoạn hai.\n\nĐoạn ba của Lan.\n'));
  });

  test('one deletes what the other edits: a choice, and nothing is lost', async () => {
    const { shared, lan, binh } = editors();
    binh.write(old, withBody('Bình sửa.\n'));
    await binh.send('');
    lan.remove(old);
    const { text } = await lan.send('2');
    expect(text).toContain('Bạn: đã xóa tệp này.');
    expect(text).toContain('1. Giữ bản của bạn (xóa tệp)');
    expect(lan.read(old)).toBe(withBody('Bình sửa.\n'));
    expect(shared.file(old)).toBe(withBody('Bình sửa.\n'));
  });

  test('one renames what the other edits: the edit is in the renamed file', async () => {
    const { shared, lan, binh } = editors();
    const renamed = 'content/articles/2026/cu-moi.md';
    binh.git('mv', old, renamed);
    binh.write(renamed, article('Bài cũ', 'Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n', 'oldUrls:\n  - /bai-viet/cu/\n'));
    await binh.send('');
    lan.write(old, withBody('Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba của Lan.\n'));
    expect((await lan.send('')).isDone).toBe(true);
    expect(shared.file(old)).toBeUndefined();
    expect(shared.file(renamed)).toMatch(/oldUrls:[\s\S]*Đoạn ba của Lan\./);
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
    expect(text).toContain('Nhiều người đang gửi cùng lúc: đợi vài phút rồi chạy lại.');
    expect(shared.file(added)).toBeUndefined();
    expect(lan.read(added)).toBe(article('Hội nghị'));
  });
});

function noMarkers(clone: EditorsClone): void {
  for (const file of clone.git('ls-files', '--', 'content').split('\n'))
    if (file.endsWith('.md')) expect(clone.read(file)).not.toMatch(/^(<{7}|>{7}|={7})/m);
}
