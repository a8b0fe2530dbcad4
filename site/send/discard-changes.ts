import { changedFiles, treeOf, unnamed } from './content-tree.ts';
import { confirm } from './dialog.ts';
import { describeKept, keepVersion } from './keep-version.ts';
import type { SendContext } from './send-context.ts';
import { updateWorkingTree } from './update-working-tree.ts';

/** Brings content/ back from a tree, which git's index holds, to a commit; what was changed is kept. */
export async function discardChanges(context: SendContext, tree: string, head: string): Promise<void> {
  const { repository, dialog } = context;
  if (!(await confirm(dialog, 'Bỏ thật, để các tệp trở về như ở kho chung? Bản của bạn được cất lại.'))) {
    dialog.say('Chưa bỏ gì, chưa gửi gì.');
    return;
  }
  const message = 'Những chỗ sửa đã bỏ';
  const commit = repository.git(['commit-tree', '--no-gpg-sign', '-p', head, '-m', message, tree], {
    environment: unnamed,
  });
  const files = changedFiles(repository, head, tree).map(({ path }) => path);
  const kept = keepVersion(context, commit, { title: 'da bo', files });
  updateWorkingTree(context, { from: tree, to: treeOf(repository, head), head });
  dialog.say(describeKept('Đã bỏ. Bản của bạn', kept));
}
