import { type ChangedFile, changedFiles, treeOf, unnamed } from './content-tree.ts';
import { confirm } from './dialog.ts';
import { describeKept, type KeptVersion, keepVersion, onlyDeletions } from './keep-version.ts';
import type { SendContext } from './send-context.ts';
import { updateWorkingTree } from './update-working-tree.ts';

/** What is given up: the tree that git's index holds, on commits that may not have been sent either. */
interface Discarded {
  readonly tree: string;
  readonly head: string;
  readonly shared: string;
}

/** Brings this machine back to the shared version; what was changed is kept. */
export async function discardChanges(context: SendContext, { tree, head, shared }: Discarded): Promise<void> {
  const { repository, dialog } = context;
  if (!(await confirm(dialog, 'Bỏ thật, để các tệp trở về như ở kho chung? Bản của bạn được cất lại.'))) {
    dialog.say('Chưa bỏ gì, chưa gửi gì.');
    return;
  }
  const files = changedFiles(repository, shared, tree);
  // Commits of this machine may have more than the last version of its files.
  const hasVersion = head !== shared || files.some(({ after }) => after);
  const kept = hasVersion ? keep(context, tree, head, files) : undefined;
  updateWorkingTree(context, { from: tree, to: treeOf(repository, shared), head });
  repository.git(['update-ref', '-m', 'npm run send', 'HEAD', shared]);
  dialog.say(kept ? describeKept('Đã bỏ. Bản của bạn', kept) : `Đã bỏ. Bản của bạn ${onlyDeletions}`);
}

function keep(context: SendContext, tree: string, head: string, files: readonly ChangedFile[]): KeptVersion {
  const message = 'Những chỗ sửa đã bỏ';
  const commit = context.repository.git(['commit-tree', '--no-gpg-sign', '-p', head, '-m', message, tree], {
    environment: unnamed,
  });
  return keepVersion(context, commit, { title: 'da bo', files: files.map(({ path }) => path) });
}
