import { SettingsError } from '#site/settings.ts';
import type { Repository, SharedBranch } from './repository.ts';

/** The branch of the shared repository that is sent to. Throws a SettingsError that says how to come to one. */
export function sharedBranch(repository: Repository): SharedBranch {
  const { status, stdout } = repository.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (status !== 0)
    throw new SettingsError(
      'Thư mục này đang mở một bản cũ chứ không phải bản đang dùng, nên chưa gửi được. Nếu bạn không chủ ý làm thế, gõ git switch - rồi chạy lại; vẫn thế thì nhờ người quản trị.',
    );
  const local = stdout.toString('utf8').trim();
  const configured = repository.setting(`branch.${local}.remote`);
  // "." is a branch that follows another local one.
  const remote = configured === undefined || configured === '.' ? onlyRemote(repository) : configured;
  const [fetched, pushed] = ['url', 'pushurl'].map((name) => repository.setting(`remote.${remote}.${name}`));
  if (pushed !== undefined && pushed !== fetched)
    throw new SettingsError(
      `Thư mục này lấy về ở một kho (${fetched}) mà gửi vào một kho khác (${pushed}), nên không biết kho nào là kho chung: nhờ người quản trị bỏ remote.${remote}.pushurl.`,
    );
  const merge = remote === configured ? repository.setting(`branch.${local}.merge`) : undefined;
  const name = merge?.replace('refs/heads/', '') ?? local;
  return { remote, name, ref: `refs/remotes/${remote}/${name}` };
}

function onlyRemote(repository: Repository): string {
  const remotes = repository.git(['remote']).split('\n').filter(Boolean);
  if (remotes.includes('origin')) return 'origin';
  const [remote, another] = remotes;
  if (remote !== undefined && another === undefined) return remote;
  throw new SettingsError(
    remotes.length === 0
      ? 'Thư mục này chưa nối với kho chung nào, nên không có nơi để gửi: hỏi người quản trị địa chỉ kho, gõ git remote add origin ĐỊA-CHỈ-KHO, rồi chạy lại.'
      : `Thư mục này nối với nhiều kho (${remotes.join(', ')}) mà chưa nói gửi vào kho nào: nhờ người quản trị chạy git branch --set-upstream-to TÊN-KHO/main.`,
  );
}

/**
 * Throws a SettingsError if the shared repository, as just fetched, has branches but not this one: somebody would send
 * to a place that no reader sees.
 */
export function requireSharedBranch(repository: Repository, { remote, name, ref }: SharedBranch): void {
  if (repository.commit(ref)) return;
  const branches = repository
    .git(['for-each-ref', '--format=%(refname:lstrip=3)', `refs/remotes/${remote}/`])
    .split('\n')
    .filter((branch) => branch !== '' && branch !== 'HEAD');
  if (branches.length > 0)
    throw new SettingsError(
      `Thư mục này đang ở nhánh “${name}”, mà kho chung không có nhánh ấy (chỉ có: ${branches.slice(0, 5).join(', ')}), nên gửi đi thì trang không thấy. Gõ git switch ${branches.includes('main') ? 'main' : branches[0]} rồi chạy lại; không chắc thì hỏi người quản trị.`,
    );
}
