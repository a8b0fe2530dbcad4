import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GitResult } from '#site/run-git.ts';
import { confirm, type Dialog } from './dialog.ts';
import { explainGitFailure } from './git-failure.ts';
import type { Repository } from './repository.ts';
import { needsSignIn, runRemote } from './run-remote.ts';
import { UnfinishedError } from './unfinished-error.ts';

/** How often a wrong token may be typed. */
const maxTries = 3;

/**
 * Runs a git command that talks to the shared repository, and lets the editor sign in if that is needed: over HTTPS with
 * a token, which a credential helper of git keeps. Throws an UnfinishedError where signing in is not a matter of a token.
 */
export async function runSignedIn(
  repository: Repository,
  remote: string,
  args: readonly string[],
  dialog: Dialog,
): Promise<GitResult> {
  let result = runRemote(repository, args);
  for (let tries = 0; needsSignIn(result); tries += 1) {
    const url = tokenUrl(repository, remote, result);
    if (tries === maxTries) throw new UnfinishedError('Mã chưa đúng lần nữa, nên dừng ở đây: nhờ người quản trị.');
    if (tries === 0) explainToken(url, dialog);
    else dialog.say('Kho chung không nhận tên hoặc mã vừa gõ: kiểm tra rồi gõ lại.');
    await storeToken(repository, url, dialog);
    result = runRemote(repository, args);
  }
  return result;
}

/** The address of the repository if it takes tokens. Throws an UnfinishedError otherwise. */
function tokenUrl(repository: Repository, remote: string, { stderr }: GitResult): URL {
  const address = repository.git(['remote', 'get-url', '--push', remote]);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    const [, host, path] = /^(?:ssh:\/\/)?(?:[^@/]+@)?([^:/]+)[:/](.+)$/.exec(address) ?? [];
    const https =
      host && path ? ` Dùng mã truy cập thay cho khóa: git remote set-url ${remote} https://${host}/${path}` : '';
    throw new UnfinishedError(`${explainGitFailure(stderr).sentence}${https}`);
  }
  if (url.protocol === 'http:' && !/^(?:localhost|127\.|\[::1\])/.test(url.hostname))
    throw new UnfinishedError(
      `Địa chỉ kho bắt đầu bằng http://, nên mã truy cập sẽ đi qua mạng mà ai cũng đọc được: nhờ người quản trị đổi thành https:// (git remote set-url ${remote} …).`,
    );
  return url;
}

/** Where a token is made: the address of the page, and what to choose there. */
function tokenPage({ hostname, host }: URL): string {
  if (hostname === 'github.com')
    return 'mở https://github.com/settings/personal-access-tokens/new; ở “Repository access” chọn “Only select repositories” và kho của trang; ở “Permissions” đặt “Contents” là “Read and write”; bấm “Generate token”';
  if (/gitlab/i.test(hostname))
    return `mở https://${host}/-/user_settings/personal_access_tokens; bấm “Add new token”, đánh dấu “write_repository”; bấm nút tạo mã`;
  if (/gitea|forgejo|codeberg/i.test(hostname))
    return `mở https://${host}/user/settings/applications; đặt tên cho mã, ở “repository” chọn “Read and Write”; bấm “Generate Token”`;
  return `mở https://${host}/, vào phần cài đặt tài khoản, tìm mục mã truy cập (access token); tạo một mã có quyền ghi kho`;
}

function explainToken(url: URL, { say }: Dialog): void {
  say(`Kho chung (${url.host}) cần biết bạn là ai. Chưa có mã truy cập, hoặc mã đã hết hạn, thì tạo một mã:
  1. Đăng nhập ${url.host} trong trình duyệt.
  2. Tạo mã: ${tokenPage(url)}.
  3. Chép dòng chữ dài hiện ra, dán vào đây ở câu hỏi thứ hai. Mã là chìa khóa của riêng bạn: đừng gửi cho ai.`);
}

async function storeToken(repository: Repository, url: URL, dialog: Dialog): Promise<void> {
  const username =
    decodeURIComponent(url.username) ||
    (await dialog.ask(`Tên tài khoản của bạn ở ${url.host}:`, (answer) =>
      answer ? { answer } : { error: 'Gõ tên tài khoản.' },
    ));
  const password = await dialog.askSecret('Mã truy cập (dán vào, không hiện ra, rồi Enter):');
  if (!password) throw new UnfinishedError('Khi có mã thì chạy lại lệnh.');
  if (repository.setting('credential.helper') === undefined) await chooseHelper(repository, dialog);
  const input = `protocol=${url.protocol.slice(0, -1)}\nhost=${url.host}\nusername=${username}\npassword=${password}\n\n`;
  repository.git(['credential', 'approve'], { input });
}

/** Chooses where git keeps the token; what an installer or the operator chose stays. */
async function chooseHelper(repository: Repository, dialog: Dialog): Promise<void> {
  const helper = systemHelper(repository);
  if (helper) {
    repository.git(['config', 'credential.helper', helper]);
    return;
  }
  const isKept = await confirm(
    dialog,
    'Nhớ mã này trên máy? Chỉ nên làm ở máy của riêng bạn: mã nằm trong một tệp không khóa.',
  );
  repository.git(['config', 'credential.helper', isKept ? 'store' : 'cache --timeout=7200']);
  dialog.say(isKept ? 'Mã được nhớ trong tệp .git-credentials ở thư mục của bạn.' : 'Mã chỉ được nhớ hai giờ.');
}

/** The safe of the operating system, where git can use it. */
function systemHelper(repository: Repository): string | undefined {
  if (process.platform === 'win32') return 'manager';
  if (process.platform === 'darwin') return 'osxkeychain';
  const folder = repository.git(['--exec-path']);
  return existsSync(join(folder, 'git-credential-libsecret')) && process.env['DBUS_SESSION_BUS_ADDRESS']
    ? 'libsecret'
    : undefined;
}
