import type { AnswerValidator } from '#site/scaffold/prompt.ts';
import type { Dialog } from './dialog.ts';
import type { Repository } from './repository.ts';

const name: AnswerValidator = (answer) =>
  /\p{L}/u.test(answer) && !/[<>\n]/.test(answer) ? { answer } : { error: 'Viết họ tên, như Nguyễn Thị Mẫu.' };
const email: AnswerValidator = (answer) =>
  /^[^\s<>@]+@[^\s<>@]+$/.test(answer) ? { answer } : { error: 'Viết một địa chỉ thư, như mau@vi-du.vn.' };

/** Asks for the name and the e-mail address that each change carries, where git does not know them. */
export async function ensureIdentity(repository: Repository, { say, ask }: Dialog): Promise<void> {
  const { status } = repository.attempt(['-c', 'user.useConfigOnly=true', 'var', 'GIT_COMMITTER_IDENT']);
  if (status === 0) return;
  say(
    'Lần đầu gửi từ máy này: mỗi lần gửi có ghi tên và thư điện tử của người gửi. Ai đọc được kho thì đọc được hai điều ấy.',
  );
  const answers = [
    ['user.name', await ask('Họ tên của bạn:', name)],
    ['user.email', await ask('Thư điện tử của bạn:', email)],
  ] as const;
  for (const [key, value] of answers) repository.git(['config', key, value]);
}
