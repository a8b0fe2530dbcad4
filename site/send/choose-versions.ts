import { SettingsError } from '#site/settings.ts';
import { dateTimeLabel } from '#vietnamese/date.ts';
import { fileSize } from '#vietnamese/file-size.ts';
import { changedFiles, entryAt, type TreeEntry, treeWith } from './content-tree.ts';
import { choose, type Dialog } from './dialog.ts';
import { itemFacts } from './item-facts.ts';
import { type MergedTree, mergeTrees, type Versions } from './merge-trees.ts';
import type { Repository } from './repository.ts';

/** The versions of this machine and of the shared repository in one, as an editor chose. */
export interface ChosenVersions {
  readonly tree: string;
  /** Files of which the version of the other side was given up, relative to the root. */
  readonly withoutMine: readonly string[];
  readonly withoutTheirs: readonly string[];
}

/** What is asked with, and the instant by which items are judged. */
interface ChoosingContext {
  readonly repository: Repository;
  readonly dialog: Dialog;
  readonly now: Date;
  /** What changed the shared version, where it was not another editor. */
  readonly source?: string | undefined;
}

type Choice = 'mine' | 'theirs' | 'both';

/** Merges two versions; a file that both changed is shown in both and one is chosen. `theirs` must be a commit. */
export async function chooseVersions(versions: Versions, context: ChoosingContext): Promise<ChosenVersions> {
  const { repository } = context;
  const merged = mergeTrees(repository, versions);
  const choices = new Map<string, Choice>();
  for (const path of changedByBoth(repository, versions, merged)) {
    const isConflict = merged.conflicts.has(path);
    // A list is made of lines: those of both are kept without a question. A file that one side renamed is gone from
    // this path, and the edit of the other side is where it is now.
    const isAsked = isConflict || (path.endsWith('.md') && entryAt(repository, merged.tree, path) !== undefined);
    choices.set(path, isAsked ? await chooseVersion(path, versions, isConflict, context) : 'both');
  }
  const chosen = (wanted: Choice) => [...choices].filter(([, choice]) => choice === wanted).map(([path]) => path);
  const entries = new Map<string, TreeEntry | undefined>();
  // Git may also name files that neither version has, as "bai.md~HEAD": they are removed.
  for (const path of merged.conflicts) entries.set(path, undefined);
  for (const [path, choice] of choices)
    if (choice !== 'both') entries.set(path, entryAt(repository, versions[choice], path));
  return {
    tree: treeWith(repository, merged.tree, entries),
    withoutMine: chosen('theirs'),
    withoutTheirs: chosen('mine'),
  };
}

/** The files that both changed, each to something else, and those that git could not merge. */
function changedByBoth(repository: Repository, { base, mine, theirs }: Versions, { conflicts }: MergedTree): string[] {
  const [byMe, byThem] = [mine, theirs].map(
    (version) => new Map(changedFiles(repository, base, version).map(({ path, after }) => [path, after])),
  );
  const both = [...(byMe ?? [])].filter(([path, after]) => byThem?.has(path) && after?.hash !== byThem.get(path)?.hash);
  const known = [...conflicts].filter((path) => byMe?.has(path) || byThem?.has(path));
  return [...new Set([...both.map(([path]) => path), ...known])].sort();
}

async function chooseVersion(
  path: string,
  versions: Versions,
  isConflict: boolean,
  { repository, dialog, now, source }: ChoosingContext,
): Promise<Choice> {
  const [base, mine, theirs] = [versions.base, versions.mine, versions.theirs].map((version) =>
    repository.fileAt(version, path),
  );
  const other = source === undefined ? lastEditor(repository, versions, path) : { name: source, when: '' };
  const title = titleOf(repository, path, mine ?? theirs, now);
  dialog.say(`\n${title}: bạn sửa trên máy này, mà ${other.name} cũng sửa${other.when}.`);
  dialog.say(`Bạn: ${describeEdit(repository, base, mine)}`);
  dialog.say(`${other.name}: ${describeEdit(repository, base, theirs)}`);
  const possibilities = [
    `Giữ bản của bạn${mine ? '' : ' (xóa tệp)'}`,
    `Giữ bản của ${other.name}${theirs ? '' : ' (xóa tệp)'}`,
    ...(isConflict ? [] : ['Giữ cả hai: chỗ sửa của hai người không đụng nhau']),
    'Xem trọn hai bản rồi mới chọn',
  ];
  dialog.say('Bản không giữ vẫn được cất lại trên máy này, không mất.');
  for (;;) {
    const answer = await choose(dialog, possibilities, isConflict ? undefined : 2);
    if (answer < possibilities.length - 1) return answer === 0 ? 'mine' : answer === 1 ? 'theirs' : 'both';
    dialog.say(`\n===== BẢN CỦA BẠN =====\n${wholeText(mine)}\n===== BẢN CỦA ${other.name.toUpperCase()} =====`);
    dialog.say(`${wholeText(theirs)}\n=====`);
  }
}

function titleOf(repository: Repository, path: string, bytes: Buffer | undefined, now: Date): string {
  const facts = bytes && itemFacts(repository.pathInContent(path) ?? '', bytes, now);
  return facts ? `“${facts.title}” (${path})` : `Tệp ${path}`;
}

/** Who changed a file in the shared repository, and when. */
function lastEditor(repository: Repository, { base, theirs }: Versions, path: string): { name: string; when: string } {
  const range = repository.commit(theirs) === undefined ? [] : [`${base}..${theirs}`];
  const log = range.length > 0 ? repository.git(['log', '-1', '--format=%an%x00%cI', ...range, '--', path]) : '';
  const [name = '', when = ''] = log.split('\0');
  return name === '' ? { name: 'người khác', when: '' } : { name, when: ` (${dateTimeLabel(new Date(when))})` };
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0);
}

function wholeText(bytes: Buffer | undefined): string {
  if (!bytes) return '(đã xóa)';
  return isText(bytes) ? bytes.toString('utf8').trimEnd() : `(${fileSize(bytes.length)}, không phải chữ)`;
}

/** More lines than anybody compares in a terminal; the rest is told by its number. */
const maxLines = 30;

/** What an edit removed and added, line by line: "−" and "+". */
function describeEdit(repository: Repository, before: Buffer | undefined, after: Buffer | undefined): string {
  if (!after) return 'đã xóa tệp này.';
  if (!isText(after) || (before && !isText(before)))
    return before
      ? `đã thay tệp này (${fileSize(before.length)} → ${fileSize(after.length)}).`
      : `đã thêm tệp này (${fileSize(after.length)}).`;
  const lines = diffLines(repository, before ?? Buffer.alloc(0), after);
  const shown = lines.slice(0, maxLines).map((line) => `\n  ${line}`);
  const omitted = lines.length > maxLines ? `\n  … và ${lines.length - maxLines} dòng nữa` : '';
  return `${before ? 'đã đổi' : 'đã thêm tệp này'}${shown.join('')}${omitted}`;
}

function diffLines(repository: Repository, before: Buffer, after: Buffer): string[] {
  const [old, current] = [before, after].map((input) => repository.git(['hash-object', '-w', '--stdin'], { input }));
  if (old === undefined || current === undefined) throw new SettingsError('Không so sánh được hai bản.');
  const diff = repository.git(['diff', '--no-color', '--no-ext-diff', '--unified=0', '--text', old, current]);
  return diff
    .split('\n')
    .slice(4)
    .filter((line) => /^[-+]/.test(line))
    .map((line) => `${line.startsWith('-') ? '−' : '+'} ${line.slice(1)}`);
}
