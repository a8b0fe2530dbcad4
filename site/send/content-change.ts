import type { ContentKind } from '#news/content-kind.ts';
import { dateTimeLabel } from '#vietnamese/date.ts';
import { type ItemFacts, itemFacts, writtenId } from './item-facts.ts';

/** A file of content/ before and after a change; undefined where it is not there. */
export interface FileChange {
  /** Relative to content/, with "/". */
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** A change in the words of an editor. */
export interface ContentChange {
  /** Relative to content/. */
  readonly path: string;
  /** Where the file was, if it was renamed. */
  readonly formerPath?: string | undefined;
  /** "mới", "sửa", "đăng", "gỡ", "đăng lại", "xóa", "đổi tên tệp" */
  readonly action: string;
  /** "bài “Hội nghị tổng kết”", "danh sách thẻ", "ảnh dai-bieu.jpg" */
  readonly subject: string;
  /** What readers will see of it, where that is not plain: "bản nháp, chưa ai thấy" */
  readonly note: string | undefined;
  /** Whether readers saw nothing of it before and see nothing of it after. */
  readonly isHidden: boolean;
  /** Whether readers see it only since. */
  readonly becomesPublic: boolean;
  /** The pictures and files that come with it, relative to content/. */
  readonly attached: readonly string[];
}

const kindNames: Readonly<Record<ContentKind, string>> = {
  articles: 'bài',
  questions: 'câu hỏi',
  documents: 'văn bản',
  events: 'sự kiện',
  pages: 'trang',
};

const listNames: Readonly<Record<string, string>> = {
  'site.yaml': 'tên, địa chỉ, menu của trang (site.yaml)',
  'authors.yaml': 'danh sách tác giả',
  'categories.yaml': 'danh sách chuyên mục',
  'tags.yaml': 'danh sách thẻ',
  'words.yaml': 'danh sách từ riêng',
  'abbreviations.yaml': 'danh sách chữ viết tắt',
  'domains.yaml': 'danh sách tên miền',
  'members.yaml': 'danh sách hội thành viên',
  'leadership.yaml': 'danh sách ban lãnh đạo',
};

/** Changed files as changes of items: what comes with an item is counted there, and a renamed file is one change. */
export function contentChanges(files: readonly FileChange[], now: Date): ContentChange[] {
  const items = itemChanges(files, now);
  const attached = new Map<ItemChange, string[]>();
  const others: ContentChange[] = [];
  for (const file of files.filter(({ path }) => !isItem(path))) {
    const owner = file.after && items.find((item) => mentions(item, file.path));
    if (owner) attached.set(owner, [...(attached.get(owner) ?? []), file.path]);
    else
      others.push({
        path: file.path,
        action: fileAction(file),
        subject: fileSubject(file.path),
        note: undefined,
        attached: [],
        isHidden: false,
        becomesPublic: false,
      });
  }
  return [
    ...items.map((item) => ({
      path: item.path,
      formerPath: item.formerPath,
      action: itemAction(item),
      subject: `${kindNames[item.facts.kind]} “${item.facts.title}”`,
      note: itemNote(item),
      isHidden: [item.before, item.after].every((facts) => !facts || facts.hidden === 'draft'),
      becomesPublic: isVisible(item.after) && !isVisible(item.before),
      attached: attached.get(item) ?? [],
    })),
    ...others,
  ];
}

/** A change as a line: "mới: bài “Hội nghị tổng kết”, kèm 3 ảnh và tệp (bản nháp, chưa ai thấy)" */
export function describeChange({ action, subject, attached, note }: ContentChange): string {
  return `${action}: ${subject}${attached.length > 0 ? `, kèm ${attached.length} tệp` : ''}${note ? ` (${note})` : ''}`;
}

/** What follows for readers from changes that were sent or taken back. */
export function whatReadersSee(changes: readonly ContentChange[]): string {
  return changes.length > 0 && changes.every(({ isHidden }) => isHidden)
    ? 'Bạn đọc không thấy gì khác, vì chỉ có bản nháp.'
    : 'Vài phút sau trang được dựng lại.';
}

function isVisible(facts: ItemFacts | undefined): boolean {
  return facts !== undefined && facts.hidden === undefined;
}

interface ItemChange {
  readonly path: string;
  /** Of the new version, or of the old one if there is none. */
  readonly facts: ItemFacts;
  readonly before: ItemFacts | undefined;
  readonly after: ItemFacts | undefined;
  readonly text: string;
  readonly id: string | undefined;
  readonly formerPath: string | undefined;
}

function isItem(path: string): boolean {
  return /^(?:articles|questions|documents|events|pages)\/.*\.md$/.test(path);
}

function itemChanges(files: readonly FileChange[], now: Date): ItemChange[] {
  const changes = files.flatMap(({ path, before, after }): ItemChange[] => {
    const [old, current] = [before, after].map((bytes) => (bytes ? itemFacts(path, bytes, now) : undefined));
    const facts = current ?? old;
    const text = new TextDecoder().decode(after ?? before);
    const id = writtenId(after ?? before ?? new Uint8Array());
    return facts ? [{ path, facts, before: old, after: current, text, id, formerPath: undefined }] : [];
  });
  const removed = changes.filter(({ after }) => !after);
  const paired = new Set<ItemChange>();
  return changes
    .map((change) => {
      if (change.before) return change;
      const former = removed.find((other) => !paired.has(other) && isSameItem(other, change));
      if (!former) return change;
      paired.add(former);
      return { ...change, before: former.before, formerPath: former.path };
    })
    .filter((change) => !paired.has(change));
}

/** Whether a file that is gone and a new one are the same item: by its permanent id, or by its title and date. */
function isSameItem(gone: ItemChange, added: ItemChange): boolean {
  if (gone.facts.kind !== added.facts.kind) return false;
  if (gone.id !== undefined || added.id !== undefined) return gone.id === added.id;
  return gone.facts.title === added.facts.title && gone.facts.date?.getTime() === added.facts.date?.getTime();
}

function itemAction({ before, after, formerPath }: ItemChange): string {
  if (!before) return 'mới';
  if (!after) return 'xóa';
  if (after.hidden === 'withdrawn' && before.hidden !== 'withdrawn') return 'gỡ';
  if (before.hidden === 'draft' && after.hidden !== 'draft') return 'đăng';
  if (before.hidden === 'withdrawn' && after.hidden !== 'withdrawn') return 'đăng lại';
  return formerPath !== undefined ? 'đổi tên tệp' : 'sửa';
}

function itemNote({ before, after }: ItemChange): string | undefined {
  if (!after) return before?.hidden ? undefined : 'địa chỉ ấy sẽ mất; bài đã đăng lâu thì nên gỡ, đừng xóa';
  switch (after.hidden) {
    case 'draft':
      return 'bản nháp, chưa ai thấy';
    case 'scheduled':
      return `hẹn ${after.date ? dateTimeLabel(after.date) : 'giờ'}`;
    case 'expired':
      return 'đã hết hạn, không ai thấy';
    case 'withdrawn':
      return before?.hidden === 'withdrawn' ? 'đã gỡ' : 'ở địa chỉ ấy chỉ còn thông báo đã gỡ';
    default:
      return before && !before.hidden ? undefined : 'ai cũng thấy khi trang dựng lại';
  }
}

/** Whether an item may use a file: it is in the folder of the item's file or one below, and the text names it. */
function mentions({ path, text, after }: ItemChange, file: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = file.slice(file.lastIndexOf('/') + 1);
  return after !== undefined && file.startsWith(folder) && text.normalize('NFC').includes(name.normalize('NFC'));
}

function fileAction({ before, after }: FileChange): string {
  return before ? (after ? 'sửa' : 'xóa') : 'mới';
}

function fileSubject(path: string): string {
  if (listNames[path]) return listNames[path];
  if (path.startsWith('statistics/')) return `số lượt truy cập (${path})`;
  return `${/\.(?:jpe?g|png|webp|gif|avif|heic)$/i.test(path) ? 'ảnh' : 'tệp'} ${path}`;
}
