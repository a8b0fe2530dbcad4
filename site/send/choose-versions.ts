import { dateTimeLabel } from '#vietnamese/date.ts';
import { type TreeEntry, treeOf, treeWith } from './content-tree.ts';
import { describeEdit, editVerb, isText, wholeVersion } from './describe-edit.ts';
import { choose } from './dialog.ts';
import { type EarlierCommits, earlierNote } from './earlier-commits.ts';
import { itemFacts } from './item-facts.ts';
import { keepVersion } from './keep-version.ts';
import { type FileOfBoth, mergeFiles, requireNoFileInPlaceOfFolder, type Versions } from './merge-files.ts';
import type { Repository } from './repository.ts';
import type { SendContext } from './send-context.ts';

/** The versions of this machine and of the shared repository in one, as an editor chose. */
export interface ChosenVersions {
  readonly tree: string;
  /** Versions of files that were given up. */
  readonly givenUp: readonly GivenUpFile[];
}

/** A version of a file that is in no tree any more. */
export interface GivenUpFile {
  readonly path: string;
  readonly entry: TreeEntry;
}

/** Who else changed a file, and when: " (lúc 08:00, 23/11/2026)" */
interface OtherEditor {
  readonly name: string;
  readonly when: string;
}

interface ChooseOptions {
  /** What somebody committed on this machine and did not send. */
  readonly earlier: EarlierCommits;
  /** The commit that took back what this machine had sent, if it is among those that came. */
  readonly undo: string | undefined;
  /** What is still as it was if the editor stops now. */
  readonly unchanged: string;
}

/** Merges two versions; a file that both changed is shown in both and one is chosen. `theirs` must be a commit. */
export async function chooseVersions(
  context: SendContext,
  versions: Versions,
  { earlier, undo, unchanged }: ChooseOptions,
): Promise<ChosenVersions> {
  const { repository } = context;
  const { entries: ofMine, ofBoth } = mergeFiles(repository, versions);
  const entries = new Map(ofMine);
  const givenUp: GivenUpFile[] = [];
  for (const file of ofBoth) {
    const other = lastEditor(repository, versions, file.path, undo);
    const chosen = await chosenEntry(context, file, {
      ...other,
      unchanged,
      commit: versions.theirs,
      earlier: [...(earlier.get(file.path) ?? [])],
    });
    entries.set(file.path, chosen);
    const isMerged = chosen !== undefined && chosen === file.merged;
    for (const entry of [file.mine, file.theirs])
      if (entry && !isMerged && chosen?.hash !== entry.hash) givenUp.push({ path: file.path, entry });
  }
  requireNoFileInPlaceOfFolder(repository, versions.theirs, entries);
  return { tree: treeWith(repository, treeOf(repository, versions.theirs), entries), givenUp };
}

/** The version of somebody else, and the commit that has it. */
interface OtherVersion extends OtherEditor {
  readonly commit: string;
  readonly unchanged: string;
  /** Who committed the version of this machine, or a part of it. */
  readonly earlier: readonly string[];
}

async function chosenEntry(
  context: SendContext,
  file: FileOfBoth,
  other: OtherVersion,
): Promise<TreeEntry | undefined> {
  // A list is made of lines: those of both are kept without a question.
  if (file.merged && !file.path.endsWith('.md')) return file.merged;
  const { repository, dialog, settings } = context;
  const [base, mine, theirs] = [file.base, file.mine, file.theirs].map((entry) => entry && repository.blob(entry.hash));
  const facts = itemFacts(repository.pathInContent(file.path) ?? '', mine ?? theirs ?? Buffer.alloc(0), settings.now);
  const [byMe, byThem] = [editVerb(base, mine), editVerb(base, theirs)];
  dialog.say(
    `\n${facts ? `“${facts.title}” (${file.path})` : `Tệp ${file.path}`}: bạn ${byMe} trên máy này, mà ${other.name} ${byMe === byThem ? 'cũng ' : ''}${byThem}${other.when}.`,
  );
  dialog.say(`Bạn ${describeEdit(repository, base, mine)}`);
  if (other.earlier.length > 0) dialog.say(`(Trong đó ${earlierNote(other.earlier)}.)`);
  dialog.say(`${other.name.charAt(0).toUpperCase()}${other.name.slice(1)} ${describeEdit(repository, base, theirs)}`);
  if (!base)
    dialog.say(
      'Đó là hai tệp mới trùng tên. Muốn giữ cả hai thì bấm Ctrl+C, đổi tên tệp của bạn (ảnh thì đổi cả tên viết trong bài), rồi chạy lại.',
    );
  dialog.say(`Bản không giữ vẫn được cất lại trên máy này. Muốn thôi thì bấm Ctrl+C: ${other.unchanged}.`);
  const possibilities = [
    `Giữ bản của bạn${mine ? '' : ' (xóa tệp)'}`,
    `Giữ bản của ${other.name}${theirs ? '' : ' (xóa tệp)'}`,
    ...(file.merged ? ['Giữ cả hai: chỗ sửa của hai bên không đụng nhau'] : []),
    'Chưa chắc: xem trọn hai bản rồi mới chọn',
  ];
  for (;;) {
    const answer = await choose(dialog, possibilities, file.merged ? 2 : undefined);
    if (answer < possibilities.length - 1) return [file.mine, file.theirs, file.merged][answer];
    if ([mine, theirs].every((bytes) => !bytes || isText(bytes))) {
      dialog.say(`\n===== BẢN CỦA BẠN (▸: chỗ khác nhau) =====\n${wholeVersion(mine, theirs)}`);
      dialog.say(`===== BẢN CỦA ${other.name.toUpperCase()} =====\n${wholeVersion(theirs, mine)}\n=====`);
    } else dialog.say(whereToOpen(context, file, other));
  }
}

/** Where both versions of a picture, which no terminal shows, can be opened. */
function whereToOpen(context: SendContext, { path, mine, theirs }: FileOfBoth, other: OtherVersion): string {
  const kept = theirs && keepVersion(context, other.commit, { title: 'ban kia', files: [path] });
  const [copy] = kept?.copies ?? [];
  return [
    'Mở để xem:',
    `  bản của bạn: ${mine ? path : '(đã xóa)'}`,
    `  bản của ${other.name}: ${theirs ? (copy ?? `ở nhánh “${kept?.branch}”`) : '(đã xóa)'}`,
  ].join('\n');
}

function lastEditor(
  repository: Repository,
  { base, theirs }: Versions,
  path: string,
  undo: string | undefined,
): OtherEditor {
  const log = repository.git(['log', '-1', '--format=%H%x00%an%x00%ae%x00%cI', `${base}..${theirs}`, '--', path]);
  const [commit = '', name = '', email, when = ''] = log.split('\0');
  if (commit === '') return { name: 'người khác', when: '' };
  if (commit === undo) return { name: 'lần lấy lại của bạn', when: '' };
  const isSelf = email === repository.setting('user.email');
  return { name: isSelf ? 'lần gửi trước của bạn' : name, when: ` (${dateTimeLabel(new Date(when))})` };
}
