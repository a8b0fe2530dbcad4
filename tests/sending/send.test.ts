import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  article,
  type EditorsClone,
  editors,
  ignoreGitSettingsOfMachine,
  keptCopy,
  SharedRepository,
} from '#tests/shared-repository.ts';

const old = 'content/articles/2026/cu.md';
const added = 'content/articles/2026/hoi-nghi.md';

ignoreGitSettingsOfMachine();

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
    expect(text).toContain('Bấm Enter nếu gửi, gõ k nếu chưa gửi, gõ b nếu muốn bỏ những chỗ đã sửa.');
    expect(text).toContain('Chưa gửi. Mọi thứ vẫn ở trên máy này');
    expect(shared.git('rev-parse', 'main')).toBe(before);
    expect(lan.read(added)).toBe(article('Hội nghị'));
  });

  test('what the editor gives up is kept, and the files become those of the shared repository', async () => {
    const { shared, lan } = editors();
    const before = lan.read(old);
    lan.write(old, withBody('Viết hỏng.\n'));
    lan.write(added, article('Thừa'));
    expect((await lan.send('b', 'k')).text).toContain('Chưa bỏ gì, chưa gửi gì.');
    const { text } = await lan.send('b', '');
    expect(lan.read(old)).toBe(before);
    expect(lan.has(added)).toBe(false);
    expect(keptCopy(text)).toContain('Viết hỏng.');
    expect(text).toMatch(/Đã bỏ\. Bản của bạn đã chép ra[\s\S]*hoi-nghi\.md/);
    expect(shared.git('rev-list', '--count', 'main')).toBe('1');
    expect((await lan.send()).text).toContain('Không có gì để gửi');
  });

  test('what somebody committed by hand is shown, also outside content/, and can be given up as well', async () => {
    const { shared, lan } = editors();
    const before = lan.read(old);
    lan.write('.env', 'mat-khau');
    lan.write(old, withBody('Đã commit.\n'));
    lan.git('add', '.');
    lan.git('commit', '--quiet', '--allow-empty-message', '--message', '');
    lan.write(added, article('Hội nghị'));
    const { text } = await lan.send('b', '');
    expect(text).toContain('NGOÀI nội dung, do ai đó đã ghi sẵn bằng lệnh của Git trên máy này:\n    .env');
    expect(lan.read(old)).toBe(before);
    expect([lan.has('.env'), lan.has(added)]).toEqual([false, false]);
    expect(text).toMatch(/Đã bỏ\. Bản của bạn đã chép ra[\s\S]*\.env/);
    expect((await lan.send()).text).toContain('Không có gì để gửi');
    expect(shared.git('rev-list', '--count', 'main')).toBe('1');
  });

  describe('on a machine where somebody committed by hand and did not send', () => {
    const commitAs = (clone: EditorsClone, name: string) => {
      clone.git('add', '.');
      clone.git('-c', `user.name=${name}`, '-c', `user.email=${name}@example.org`, 'commit', '--quiet', '-m', 'x');
    };
    const photo = 'content/articles/2026/anh.jpg';

    test('what is of somebody else is called so, and Enter does not send it', async () => {
      const { shared, lan } = editors();
      lan.write(old, withBody('Hoa viết dở.\n'));
      commitAs(lan, 'Hoa');
      lan.write(added, article('Hội nghị'));
      const { text, unused } = await lan.send('');
      expect(text).toContain('  sửa: bài “Bài cũ” (có chỗ do Hoa ghi trên máy này từ trước, chưa gửi)\n');
      expect(text).toContain('  mới: bài “Hội nghị” (ai cũng thấy khi trang dựng lại)\n');
      expect(text).toContain('Gửi cả những chỗ ghi từ trước? (c: có; Enter: không; b: bỏ tất cả những chỗ sửa ấy)');
      expect(text).toContain('Chưa gửi. Mọi thứ vẫn ở trên máy này');
      expect(unused).toBe(0);
      expect(shared.git('rev-list', '--count', 'main')).toBe('1');
      expect((await lan.send('gì cơ', 'c')).isDone).toBe(true);
      expect(shared.file(old)).toContain('Hoa viết dở.');
    });

    test('also a picture that only comes with an article, and a commit in the name of this machine', async () => {
      const { lan } = editors();
      lan.write(photo, readFileSync('tests/fixtures/anh-thu.jpg'));
      commitAs(lan, 'Hoa');
      lan.write(added, article('Hội nghị', 'Lời.\n\n![Ba người](anh.jpg)\n'));
      const withPhoto = await lan.send('');
      expect(withPhoto.text).toContain('(ai cũng thấy khi trang dựng lại; có chỗ do Hoa ghi trên máy này từ trước');
      commitAs(lan, 'Lan');
      const { text } = await lan.send('');
      expect(text).toContain('; có chỗ do Hoa, bạn hoặc ai đó ghi trên máy này từ trước, chưa gửi)');
    });

    test('while others send: what the editor did not commit is still only the editor’s', async () => {
      const { shared, lan, binh } = editors();
      binh.write('content/articles/2026/cua-binh.md', article('Bài của Bình'));
      await binh.send('');
      lan.write(old, withBody('Hoa viết dở.\n'));
      commitAs(lan, 'Hoa');
      lan.write(added, article('Hội nghị'));
      for (const answer of ['k', '']) {
        const { text } = await lan.send(answer);
        expect(text).toContain('sửa: bài “Bài cũ” (có chỗ do Hoa ghi trên máy này từ trước, chưa gửi)');
        expect(text).toContain('mới: bài “Hội nghị” (ai cũng thấy khi trang dựng lại)\n');
      }
      await lan.send('c');
      expect(shared.git('log', '-1', '--format=%s', 'main')).toBe('Mới: Hội nghị');
      expect(shared.file('content/articles/2026/cua-binh.md')).toBeDefined();
      expect((await lan.undo('k')).text).toContain('sửa: bài “Bài cũ” (có chỗ do Hoa ghi)');
    });

    test('where others changed the same article, the editor’s side is told to have what somebody committed', async () => {
      const { lan, binh } = editors();
      binh.write(old, withBody('Bình viết.\n'));
      await binh.send('');
      lan.write(old, withBody('Hoa viết dở.\n'));
      commitAs(lan, 'Hoa');
      const { text } = await lan.send('1', 'k');
      expect(text).toContain(
        '  + Hoa viết dở.\n(Trong đó có chỗ do Hoa ghi trên máy này từ trước, chưa gửi.)\nBình đã đổi:',
      );
    });

    test('nothing is said of a commit whose changes the shared repository has by now', async () => {
      const { lan, binh } = editors();
      for (const clone of [lan, binh]) clone.write(old, withBody('Như nhau.\n'));
      binh.push('như nhau');
      commitAs(lan, 'Hoa');
      lan.write(added, article('Hội nghị'));
      expect((await lan.send('')).text).toContain('Đã gửi.');
    });
  });

  test('a file that git ignores, or a repository inside, is named and not taken for sent', async () => {
    const { lan } = editors();
    lan.write('.git/info/exclude', '*.png\n');
    lan.write('content/articles/2026/so-do.png', 'x');
    lan.write('content/articles/2026/Thumbs.db', 'x');
    lan.write('.git/info/exclude', '*.png\nThumbs.db\n');
    lan.write(added, article('Hội nghị'));
    const { text } = await lan.send('k');
    expect(text).toContain('KHÔNG gửi, vì Git được đặt để bỏ qua tệp này: content/articles/2026/so-do.png');
    expect(text).not.toContain('Thumbs.db');
    lan.write('content/articles/2026/rieng/a.txt', 'x');
    const inner = new SharedRepository().clone('trong');
    inner.git('clone', '--quiet', inner.folder, `${lan.folder}/content/articles/2026/kho`);
    expect((await lan.send()).text).toContain('thư mục content/articles/2026/kho là một kho git riêng');
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

  test('errors in drafts that go along stop nobody, and are told by their number', async () => {
    const { lan } = editors();
    lan.write(added, article('Hội nghị', 'Lời.\n\n![](mat.jpg)\n', 'draft: true\n'));
    const { text } = await lan.send('');
    expect(text).toContain('(Có 2 lỗi trong bản nháp sẽ gửi, chưa chặn: npm run check để xem; sửa trước khi đăng.)\n');
    expect(text).toContain('Đã gửi.');
    lan.write(old, withBody('Sửa.\n'));
    expect((await lan.send('k')).text).not.toContain('lỗi trong bản nháp');
  });

  test('an error that only the versions of both together have stops the one who sends last', async () => {
    const { shared, lan, binh } = editors();
    binh.write('content/articles/2026/mot.md', article('Một', 'Lời.\n\n[Bài cũ](/bai-viet/cu/)\n'));
    binh.push('liên kết tới bài cũ');
    lan.remove(old);
    const { text, isDone } = await lan.send();
    expect(isDone).toBe(false);
    expect(text).toMatch(
      /có lỗi vì chỗ bạn đã sửa \(xóa: bài “Bài cũ”.*npm run withdraw\.\n {2}\S*mot\.md:10:10 · liên kết “\/bai-viet\/cu\/” không dẫn tới trang nào/,
    );
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
    expect(text).toContain('mới: bài “Nháp”, kèm 1 tệp (bản nháp, chưa ai thấy)');
    expect(text).toContain('mới: bài “Hẹn” (hẹn lúc 08:30, 01/12/2026)');
  });
});
