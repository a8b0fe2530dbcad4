import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type GitHttpBehaviour, serveGit } from '#tests/git-http-server.ts';
import { runInProcess } from '#tests/run-in-process.ts';
import {
  article,
  type EditorsClone,
  ignoreGitSettingsOfMachine,
  keptCopy,
  noConflictMarkers,
  SharedRepository,
} from '#tests/shared-repository.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const added = 'content/articles/2026/hoi-nghi.md';

ignoreGitSettingsOfMachine();

/** An editor with one new article, whose shared repository is behind HTTP. */
async function overHttp(behaviour: GitHttpBehaviour): Promise<{ shared: SharedRepository; lan: EditorsClone }> {
  const shared = new SharedRepository();
  shared.git('config', 'http.receivepack', 'true');
  const lan = shared.clone('Lan');
  await connect(shared, lan, behaviour);
  lan.write(added, article('Hội nghị'));
  return { shared, lan };
}

async function connect(shared: SharedRepository, lan: EditorsClone, behaviour: GitHttpBehaviour): Promise<void> {
  lan.git('remote', 'set-url', 'origin', `${await serveGit(shared.root, behaviour)}/kho.git`);
}

function installHook(shared: SharedRepository, name: string, script: string): void {
  const file = join(shared.folder, 'hooks', name);
  mkdirSync(join(shared.folder, 'hooks'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}`);
  chmodSync(file, 0o755);
}

describe('signing in', () => {
  test('asks for an account and a token, explains how to make one, and remembers it', async () => {
    vi.stubEnv('HOME', temporaryFolder());
    const { shared, lan } = await overHttp({ token: 'ma-bi-mat' });
    const { text, isDone, unused } = await lan.send('lan', 'sai', '', 'lan', 'ma-bi-mat', '');
    expect(text).toMatch(/Kho chung \(127\.0\.0\.1:\d+\) cần biết bạn là ai/);
    expect(text).toContain('Tạo mã: mở https://127.0.0.1');
    expect(text).toContain('Kho chung không nhận tên hoặc mã vừa gõ: kiểm tra rồi gõ lại.');
    expect(text).not.toContain('ma-bi-mat');
    expect({ isDone, unused }).toEqual({ isDone: true, unused: 0 });
    expect(shared.file(added)).toBeDefined();
    lan.write(added, article('Hội nghị', 'Sửa lại.\n'));
    expect((await lan.send('')).text).not.toContain('cần biết bạn là ai');
  });

  test('ends after a wrong token three times, and nothing is lost', async () => {
    vi.stubEnv('HOME', temporaryFolder());
    const { shared, lan } = await overHttp({ token: 'ma-bi-mat' });
    const { text, isDone } = await lan.send('lan', 'sai', '', 'lan', 'sai', 'lan', 'sai');
    expect(isDone).toBe(false);
    expect(text).toContain('Mã chưa đúng lần nữa, nên dừng ở đây: nhờ người quản trị.');
    expect(shared.file(added)).toBeUndefined();
    expect(lan.has(added)).toBe(true);
  });

  test('never sends a token through the network without encryption', async () => {
    const { shared, lan } = await overHttp({});
    lan.git('config', 'http.proxy', await serveGit(shared.root, { token: 'ma-bi-mat' }));
    lan.git('remote', 'set-url', 'origin', 'http://kho.vi-du.vn/kho.git');
    const { text, isDone } = await lan.send();
    expect(isDone).toBe(false);
    expect(text).toContain('bắt đầu bằng http://, nên mã truy cập sẽ đi qua mạng mà ai cũng đọc được');
  });

  test('by a key that the host does not take is explained, with the way over HTTPS', async () => {
    const { lan } = await overHttp({});
    lan.git('remote', 'set-url', 'origin', 'ssh://git@kho.vi-du.vn/btt/trang.git');
    lan.git(
      'config',
      'core.sshCommand',
      'sh -c \'echo "git@kho.vi-du.vn: Permission denied (publickey)." >&2; exit 255\' --',
    );
    const { text } = await lan.send();
    expect(text).toContain('Kho chung không nhận khóa SSH của máy này.');
    expect(text).toContain('git remote set-url origin https://kho.vi-du.vn/btt/trang.git');
  });

  test('asks for a name and an address the first time, and keeps them for this folder', async () => {
    const shared = new SharedRepository();
    const lan = shared.clone('Lan');
    lan.git('config', '--unset', 'user.name');
    lan.git('config', '--unset', 'user.email');
    lan.write(added, article('Hội nghị'));
    const { text } = await lan.send('1', 'Nguyễn Thị Mẫu', 'không phải thư', 'mau@vi-du.vn', '');
    expect(text).toContain('Lần đầu gửi từ máy này');
    expect(text).toContain('Viết một địa chỉ thư, như mau@vi-du.vn.');
    expect(shared.git('log', '-1', '--format=%an <%ae>', 'main')).toBe('Nguyễn Thị Mẫu <mau@vi-du.vn>');
  });
});

describe('a connection', () => {
  test('that is not there: nothing is lost, and the next run sends', async () => {
    const shared = new SharedRepository();
    const lan = shared.clone('Lan');
    lan.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/kho.git');
    lan.write(added, article('Hội nghị'));
    const { text, isDone } = await lan.send();
    expect(isDone).toBe(false);
    expect(text).toBe(
      'Đang soát nội dung…\nĐang xem kho chung có gì mới…\nKhông nối được tới kho chung: xem máy có mạng không, đợi một lát rồi chạy lại. Chưa gửi gì, và không mất gì.',
    );
    lan.git('remote', 'set-url', 'origin', shared.folder);
    expect((await lan.send('')).isDone).toBe(true);
    expect(shared.file(added)).toBe(article('Hội nghị'));
  });

  test('whose article arrived before this machine failed: the message does not say that nothing was sent', async () => {
    const shared = new SharedRepository();
    const lan = shared.clone('Lan');
    lan.write(added, article('Hội nghị'));
    const lock = join(lan.folder, '.git', 'HEAD.lock');
    installHook(shared, 'post-receive', `touch '${lock}'\n`);
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(false);
    expect(text).toMatch(
      /vẫn thế thì xóa tệp .*HEAD\.lock\. Đã gửi rồi: hết lỗi ấy thì chạy lại, máy này sẽ theo kịp\.$/,
    );
    rmSync(lock);
    expect((await lan.send()).text).toContain('Không có gì để gửi');
    expect(lan.git('rev-parse', 'HEAD')).toBe(shared.git('rev-parse', 'main'));
  });

  test('that breaks off before the article has arrived: the next run sends it', async () => {
    const { shared, lan } = await overHttp({ breakOff: 'before' });
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(false);
    expect(text).toContain('Không nối được tới kho chung');
    expect(shared.file(added)).toBeUndefined();
    await connect(shared, lan, {});
    expect((await lan.send('')).text).toContain('Đã gửi.');
    expect(shared.git('rev-list', '--count', 'main')).toBe('2');
  });

  test('that breaks off after it: it is found to have arrived, and can be taken back', async () => {
    const { shared, lan } = await overHttp({ breakOff: 'after' });
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(true);
    expect(text).toContain('Đã gửi.');
    await connect(shared, lan, {});
    expect((await lan.send()).text).toContain('Không có gì để gửi');
    expect((await lan.undo('', '')).text).toContain('Đã lấy lại.');
  });

  test('that breaks off after it and stays away: the next run says that it had arrived', async () => {
    const { shared, lan } = await overHttp({ breakOff: 'after' });
    installHook(shared, 'post-receive', `mv '${shared.folder}' '${shared.folder}.away'\n`);
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(false);
    expect(text).toContain('chạy lại');
    lan.git('remote', 'set-url', 'origin', `${shared.folder}.away`);
    rmSync(`${shared.folder}.away/hooks`, { recursive: true });
    const again = await lan.send();
    expect(again.text).toContain('Lần gửi trước bị đứt giữa chừng, nhưng đã tới nơi.');
    expect(again.text).toContain('Không có gì để gửi');
  });
});

describe('a host that refuses', () => {
  test.each([
    [403, 'chưa có quyền gửi'],
    [413, 'nặng quá'],
    [500, 'Không nối được tới kho chung'],
  ])('with %i is explained, and everything stays', async (refuseWriting, explained) => {
    const { shared, lan } = await overHttp({ refuseWriting });
    const before = lan.git('rev-parse', 'HEAD');
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(false);
    expect(text).toContain(explained);
    expect(shared.file(added)).toBeUndefined();
    expect(lan.read(added)).toBe(article('Hội nghị'));
    expect(lan.git('rev-parse', 'HEAD')).toBe(before);
  });

  test('with a rule of its own is quoted for the operator', async () => {
    const shared = new SharedRepository();
    const lan = shared.clone('Lan');
    installHook(shared, 'pre-receive', 'echo "Chỉ nhận bài trong giờ hành chính" >&2\nexit 1\n');
    lan.write(added, article('Hội nghị'));
    const { text, isDone } = await lan.send('');
    expect(isDone).toBe(false);
    expect(text).toContain('theo quy tắc riêng của nó: gửi những dòng dưới đây cho người quản trị');
    expect(text).toContain('Kho chung nói: Chỉ nhận bài trong giờ hành chính');
  });

  describe('with a protected branch', () => {
    /** As GitHub says it, but for branches other than main; and as GitLab names the address of a request. */
    const protect = `while read old new ref; do
  if [ "$ref" = refs/heads/main ]; then
    echo "error: GH006: Protected branch update failed for refs/heads/main." >&2
    echo "error: Changes must be made through a pull request." >&2
    exit 1
  fi
  echo "To create a merge request for it, visit:" >&2
  echo "  https://kho.vi-du.vn/btt/trang/-/merge_requests/new" >&2
done
`;
    function protectedRepository(): { shared: SharedRepository; lan: EditorsClone } {
      const shared = new SharedRepository();
      installHook(shared, 'pre-receive', protect);
      const lan = shared.clone('Lan');
      lan.write(added, article('Hội nghị'));
      return { shared, lan };
    }
    const sentBranch = ({ git }: { git: (...args: string[]) => string }) =>
      git('for-each-ref', '--format=%(refname:short)', 'refs/heads/gui/');

    test('offers to send for a review, and names the address where it is asked for', async () => {
      const { shared, lan } = protectedRepository();
      const { text, isDone } = await lan.send('', '');
      expect(isDone).toBe(true);
      expect(text).toContain('phải có người duyệt trước');
      expect(text).toContain('Mở địa chỉ này để xin duyệt: https://kho.vi-du.vn/btt/trang/-/merge_requests/new');
      const branch = sentBranch({ git: (...args) => shared.git(...args) });
      expect(branch).toMatch(/^gui\/2026-11-23-moi-hoi-nghi$/);
      expect(shared.git('show', `${branch}:${added}`)).toBe(article('Hội nghị').trimEnd());
      expect(lan.read(added)).toBe(article('Hội nghị'));
    });

    test('sends a correction to the same branch while that waits; merged, there is nothing left to send', async () => {
      const { shared, lan } = protectedRepository();
      await lan.send('', '');
      lan.write(added, article('Hội nghị', 'Sửa theo lời người duyệt.\n'));
      await lan.send('', '');
      const branch = sentBranch({ git: (...args) => shared.git(...args) });
      expect(branch.split('\n')).toHaveLength(1);
      expect(shared.git('show', `${branch}:${added}`)).toContain('Sửa theo lời người duyệt.');
      shared.git('update-ref', 'refs/heads/main', branch);
      expect((await lan.send()).text).toContain('Không có gì để gửi');
    });

    test('says of what waits unchanged that it was sent already', async () => {
      const { lan } = protectedRepository();
      await lan.send('', '');
      const note = /\(Đã gửi chờ duyệt ở nhánh “gui\/\S+”, chưa duyệt xong\. Không sửa gì thêm thì gõ k\.\)/;
      expect((await lan.send('k')).text).toMatch(note);
      lan.write(added, article('Hội nghị', 'Sửa thêm.\n'));
      expect((await lan.send('k')).text).not.toMatch(note);
    });

    test('overwrites no work of a reviewer, and none of another editor with the same title', async () => {
      const { shared, lan } = protectedRepository();
      await lan.send('', '');
      const binh = shared.clone('Bình');
      binh.write(added, article('Hội nghị'));
      await binh.send('', '');
      const branches = () => sentBranch({ git: (...args) => shared.git(...args) }).split('\n');
      expect(branches()).toEqual(['gui/2026-11-23-moi-hoi-nghi', 'gui/2026-11-23-moi-hoi-nghi-2']);
      const reviewer = shared.clone('Duyệt');
      reviewer.git('fetch', '--quiet');
      reviewer.git('switch', '--quiet', 'gui/2026-11-23-moi-hoi-nghi');
      reviewer.git('commit', '--quiet', '--allow-empty', '--message', 'duyệt sửa');
      reviewer.git('push', '--quiet');
      lan.write(added, article('Hội nghị', 'Sửa nữa.\n'));
      expect((await lan.send('', '')).text).toContain('Người duyệt đã sửa thêm');
      expect(shared.git('log', '-1', '--format=%s', 'gui/2026-11-23-moi-hoi-nghi')).toBe('duyệt sửa');
      expect(branches()).toHaveLength(3);
    });

    test('takes back what waits', async () => {
      const { shared, lan } = protectedRepository();
      await lan.send('', '');
      expect((await lan.undo('')).text).toContain('Đã rút lại. Chỗ đã sửa vẫn ở trên máy này, chưa gửi.');
      expect(sentBranch({ git: (...args) => shared.git(...args) })).toBe('');
      expect(existsSync(join(lan.folder, added))).toBe(true);
    });
  });
});

describe('a folder', () => {
  test('without a repository, a remote or the shared branch is explained', async () => {
    const shared = new SharedRepository();
    const lan = shared.clone('Lan');
    lan.write(added, article('Hội nghị'));
    lan.git('switch', '--quiet', '--create', 'thu');
    expect((await lan.send()).text).toContain('đang ở nhánh “thu”, mà kho chung không có nhánh ấy (chỉ có: main)');
    lan.git('switch', '--quiet', '--detach');
    expect((await lan.send()).text).toContain('đang mở một bản cũ chứ không phải bản đang dùng');
    lan.git('switch', '--quiet', 'main');
    lan.git('remote', 'remove', 'origin');
    expect((await lan.send()).text).toContain('chưa nối với kho chung nào');
    rmSync(join(lan.folder, '.git'), { recursive: true });
    expect((await lan.send()).text).toContain('không nằm trong kho nào');
  });

  test('that is a clone of an empty repository sends the first version', async () => {
    const shared = new SharedRepository();
    const content = readFileSync('tests/fixtures/small/site.yaml', 'utf8');
    shared.git('update-ref', '-d', 'refs/heads/main');
    const lan = shared.clone('Lan');
    for (const name of ['site', 'authors', 'categories', 'domains'])
      lan.write(`content/${name}.yaml`, readFileSync(`tests/fixtures/small/${name}.yaml`));
    expect((await lan.send('')).text).toContain('Đã gửi.');
    expect(shared.file('content/site.yaml')).toBe(content);
  });

  test('whose history the operator replaced: what was removed there does not come back', async () => {
    const shared = new SharedRepository();
    const binh = shared.clone('Bình');
    binh.write('content/articles/2026/lo-bi-mat.md', article('Lộ bí mật'));
    binh.push('lỡ gửi');
    const lan = shared.clone('Lan');
    lan.write(added, article('Hội nghị'));
    binh.git('reset', '--quiet', '--hard', 'HEAD^');
    binh.write('content/articles/2026/khac.md', article('Khác'));
    binh.git('add', '--all');
    binh.git('commit', '--quiet', '--message', 'viết lại');
    binh.git('push', '--quiet', '--force', 'origin', 'HEAD:main');
    const { text } = await lan.send('');
    expect(text).toContain('Người quản trị đã viết lại lịch sử của kho chung;');
    expect(shared.git('log', '--format=%s', 'main')).not.toContain('lỡ gửi');
    expect(shared.file('content/articles/2026/lo-bi-mat.md')).toBeUndefined();
    expect(shared.file(added)).toBe(article('Hội nghị'));
  });
});

describe('a shared history that was replaced', () => {
  const secret = 'content/articles/2026/lo-bi-mat.md';

  function withSecret() {
    const shared = new SharedRepository();
    const [lan, binh] = [shared.clone('Lan'), shared.clone('Bình')];
    binh.write(secret, article('Lộ bí mật'));
    binh.push('lỡ gửi');
    const takeAway = () => {
      binh.git('reset', '--quiet', '--hard', 'HEAD^');
      binh.git('push', '--quiet', '--force', 'origin', 'HEAD:main');
    };
    return { shared, lan, binh, takeAway };
  }

  test.each(['send', 'another program'])(
    'by going back: what was removed stays removed, although %s had fetched it',
    async (fetcher) => {
      const { shared, lan, takeAway } = withSecret();
      await lan.send();
      expect(lan.has(secret)).toBe(true);
      takeAway();
      if (fetcher === 'another program') lan.git('fetch', '--quiet');
      lan.write(added, article('Hội nghị'));
      const { text } = await lan.send('');
      expect(text).not.toContain('mới: bài “Lộ bí mật”');
      expect(lan.has(secret)).toBe(false);
      expect(shared.file(secret)).toBeUndefined();
      expect(shared.git('log', '--format=%s', 'main')).not.toContain('lỡ gửi');
      expect(shared.file(added)).toBe(article('Hội nghị'));
    },
  );

  test('with something committed by hand since: only the content of it is sent, and the rest is kept', async () => {
    const { shared, lan, takeAway } = withSecret();
    await lan.send();
    lan.write('.env', 'mat-khau');
    lan.write(added, article('Hội nghị'));
    lan.git('add', '.');
    lan.git('commit', '--quiet', '--message', 'tay');
    takeAway();
    const { text } = await lan.send('');
    expect(text).toMatch(/Lịch sử cũ đã chép ra[\s\S]*\.env/);
    expect(shared.git('ls-tree', '-r', '--name-only', 'main')).not.toMatch(/\.env|lo-bi-mat/);
    expect(shared.file(added)).toBe(article('Hội nghị'));
  });

  test('beside commits that were never sent: nobody else’s article is deleted', async () => {
    const { shared, lan, binh } = withSecret();
    lan.write('content/articles/2026/cu.md', article('Bài cũ', 'Lan sửa.\n'));
    lan.git('commit', '--quiet', '--all', '--message', 'Lan');
    lan.git('fetch', '--quiet');
    binh.write('content/articles/2026/hai.md', article('Hai'));
    binh.push('hai');
    lan.git('fetch', '--quiet');
    binh.git('reset', '--quiet', '--soft', 'HEAD~2');
    binh.git('commit', '--quiet', '--message', 'gộp');
    binh.git('push', '--quiet', '--force', 'origin', 'HEAD:main');
    expect((await lan.send('c')).isDone).toBe(true);
    expect(shared.file(secret)).toBeDefined();
    expect(shared.file('content/articles/2026/hai.md')).toBeDefined();
    expect(shared.file('content/articles/2026/cu.md')).toContain('Lan sửa.');
  });
});

describe('what somebody left unfinished', () => {
  function conflicting(): { shared: SharedRepository; lan: EditorsClone; old: string } {
    const old = 'content/articles/2026/cu.md';
    const shared = new SharedRepository();
    const [lan, binh] = [shared.clone('Lan'), shared.clone('Bình')];
    binh.write(old, article('Bài cũ', 'Bình viết.\n'));
    binh.push('Bình');
    lan.write(old, article('Bài cũ', 'Lan viết.\n'));
    lan.git('commit', '--quiet', '--all', '--message', 'Lan');
    lan.git('fetch', '--quiet');
    return { shared, lan, old };
  }
  const fail = (lan: EditorsClone, ...args: string[]) => expect(() => lan.git(...args)).toThrow();

  test('a merge with conflict markers goes back to what was there; both versions are then shown', async () => {
    const { shared, lan, old } = conflicting();
    fail(lan, 'merge', 'origin/main');
    expect(lan.read(old)).toContain('<<<<<<<');
    const { text, isDone } = await lan.send('', '1', 'c');
    expect(text).toContain('Ai đó dùng lệnh của Git trong thư mục này (git merge) và bỏ dở giữa chừng.');
    expect(text).toContain('Mọi tệp như đang có đã chép ra (và cất ở nhánh “ban-cat/2026-11-23-viec-do-dang”):');
    expect(keptCopy(text)).toContain('<<<<<<<');
    expect(isDone).toBe(true);
    expect(shared.file(old)).toContain('Lan viết.');
    expect(shared.git('log', '--format=%s', 'main')).toContain('Bình');
  });

  test('a check says who clears it up, and not to remove the markers by hand', async () => {
    const { lan, old } = conflicting();
    const check = async () => (await runInProcess('check', { CONTENT_DIR: lan.contentDir })).stdout;
    fail(lan, 'merge', 'origin/main');
    expect(await check()).toMatch(
      /hai người cùng sửa chỗ này.* · ai đó bỏ dở một lệnh Git: chạy npm run send, máy hỏi và dọn giúp \[xung-dot\]/,
    );
    const marked = lan.read(old);
    lan.git('merge', '--abort');
    lan.write(old, marked);
    expect(await check()).toMatch(/hai người cùng sửa chỗ này.* · giữ một bản, xóa các dòng dấu/);
    lan.git('checkout', '--', old);
    lan.git('reset', '--quiet', '--hard', 'HEAD~1');
    lan.write(old, article('Bài cũ', 'Lan viết.\n'));
    lan.git('stash', '--quiet');
    lan.git('merge', '--quiet', 'origin/main');
    fail(lan, 'stash', 'pop');
    expect(await check()).toContain('ai đó bỏ dở một lệnh Git');
  });

  test('a merge that was put right by hand, with more staged: only what is shown is sent, the rest is kept', async () => {
    const { shared, lan, old } = conflicting();
    lan.write('.env', 'mat-khau');
    fail(lan, 'merge', 'origin/main');
    lan.write(old, article('Bài cũ', 'Cả hai cùng viết.\n'));
    lan.git('add', '.');
    const { text, isDone } = await lan.send('', '1', 'c');
    expect(isDone).toBe(true);
    expect(keptCopy(text)).toContain('Cả hai cùng viết.');
    expect(shared.file(old)).toContain('Lan viết.');
    expect(shared.git('ls-tree', '-r', '--name-only', 'main')).not.toContain('.env');
    noConflictMarkers(shared);
  });

  test('a merge whose merged list was edited afterwards is taken back all the same', async () => {
    const { lan, shared } = conflicting();
    const binh = shared.clone('Bình hai');
    binh.write('content/domains.yaml', `- binh.vn\n${binh.read('content/domains.yaml')}`);
    binh.write('content/articles/2026/cua-binh.md', article('Của Bình'));
    binh.push('thêm');
    lan.git('fetch', '--quiet');
    fail(lan, 'merge', 'origin/main');
    lan.write('content/domains.yaml', `${lan.read('content/domains.yaml')}- sua-tiep.vn\n`);
    lan.write('content/articles/2026/cua-binh.md', article('Của Bình', 'Lan sửa tiếp.\n'));
    const { text, isDone } = await lan.send('', '1', 'c');
    expect(isDone).toBe(true);
    expect(text).toContain('domains.yaml');
    expect(shared.file('content/domains.yaml')).toMatch(/^- binh\.vn\n/);
  });

  test('a rebase, and saved changes that could not be put back, become ordinary changes', async () => {
    const { shared, lan, old } = conflicting();
    fail(lan, 'rebase', 'origin/main');
    const { text } = await lan.send('', '2');
    expect(text).toContain('(git rebase) và bỏ dở giữa chừng');
    expect(lan.read(old)).toContain('Bình viết.');
    lan.write(old, article('Bài cũ', 'Lan viết nữa.\n'));
    lan.git('stash', '--quiet');
    const binh = shared.clone('Bình hai');
    binh.write(old, article('Bài cũ', 'Bình viết nữa.\n'));
    binh.push('nữa');
    lan.git('pull', '--quiet', '--ff-only');
    fail(lan, 'stash', 'pop');
    const popped = await lan.send('', '');
    expect(popped.text).toContain('có 1 tệp mà hai bản chưa được gộp xong');
    expect(lan.read(old)).toContain('Lan viết nữa.');
  });

  test('is left alone if the editor says no', async () => {
    const { lan, old } = conflicting();
    fail(lan, 'merge', 'origin/main');
    const { text, isDone } = await lan.send('k');
    expect(isDone).toBe(false);
    expect(text).toContain(
      'Làm xong việc đang dở rồi chạy lại, hoặc nhờ người quản trị. Chưa gửi gì, và không mất gì.',
    );
    expect(lan.read(old)).toContain('<<<<<<<');
  });
});
