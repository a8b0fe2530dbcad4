import { fold } from '#vietnamese/fold.ts';

/** Keys, folded, of editors and other generators that hide an item where they are true. */
const hidingKeys = [
  ...['draft', 'drafts', 'is draft', 'isdraft', 'nhap', 'ban nhap', 'la nhap', 'bai nhap'],
  ...['hidden', 'hide', 'an', 'private', 'unlisted', 'unpublished', 'rieng tu', 'wip'],
];
/** Keys that hide an item where they are false. */
const showingKeys = [
  ...['published', 'publish', 'is published', 'ispublished', 'public', 'visible', 'live'],
  ...['dang', 'da dang', 'dang bai', 'cong khai', 'hien', 'xuat ban'],
];
/** Keys whose value is a word for it. */
const statusKeys = ['status', 'state', 'post status', 'visibility', 'trang thai', 'tinh trang'];

const yes = ['true', 'yes', 'y', 'on', '1', 'co', 'dung', 'x'];
const no = ['false', 'no', 'n', 'off', '0', 'khong', 'ko'];
const hidingStatus = [
  ...['draft', 'drafts', 'pending', 'private', 'hidden', 'unpublished', 'wip', 'auto-draft', 'in review', 'review'],
  ...['nhap', 'ban nhap', 'chua dang', 'cho duyet', 'chua duyet', 'an', 'rieng tu'],
];
const showingStatus = ['publish', 'published', 'public', 'live', 'da dang', 'cong khai', 'da duyet'];

/** Whether a line of front matter says that its item is a draft; "unclear" of a value that says neither. */
export type DraftMeaning = 'draft' | 'published' | 'unclear';

/** What a key and its value say about drafts; undefined where the key is about something else. */
export function draftMeaning(key: string, value: string): DraftMeaning | undefined {
  const [name, word] = [fold(key.trim()).replace(/[_-]+/g, ' '), fold(value.trim())];
  const says = (hiding: readonly string[], showing: readonly string[]): DraftMeaning => {
    if (hiding.includes(word)) return 'draft';
    return showing.includes(word) ? 'published' : 'unclear';
  };
  if (hidingKeys.includes(name)) return says(yes, no);
  if (showingKeys.includes(name)) return says([...no, 'chua'], yes);
  return statusKeys.includes(name) ? says(hidingStatus, showingStatus) : undefined;
}

/** Whether the front matter at the top of a text, valid or not, has a line that makes its item a draft. */
export function hasDraftLine(text: string): boolean {
  const [first = '', ...rest] = text.trimStart().split('\n');
  const lines = first.startsWith('---') ? rest : [first, ...rest];
  const end = lines.findIndex(
    (line, index) => line.startsWith('---') || (lines[index - 1]?.trim() === '' && /^(?![\w-]+:)\S/.test(line)),
  );
  const values = lines
    .slice(0, end < 0 ? undefined : end)
    .map((line) => /^draft:[ \t]*(["']?)(true|false)\1[ \t]*(?:#.*)?$/.exec(line)?.[2]);
  return values.includes('true') && !values.includes('false');
}
