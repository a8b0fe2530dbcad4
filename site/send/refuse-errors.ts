import { resolve } from 'node:path';
import { type Finding, formatFinding } from '#site/finding.ts';
import { SettingsError } from '#site/settings.ts';
import { changesBetween } from './changes-between.ts';
import { type ContentChange, describeChange } from './content-change.ts';
import { checkOnDisk, contentErrors, newErrors } from './content-errors.ts';
import { changedFiles, treeOf } from './content-tree.ts';
import type { SendContext } from './send-context.ts';

/**
 * Checks content/ on the disk, which is in `tree`. Throws a SettingsError with the errors that the changes of this
 * machine bring. Returns sentences about what stops nobody: warnings, and errors of others.
 */
export async function refuseErrors(
  { repository, settings, dialog }: SendContext,
  shared: string | undefined,
  tree: string,
): Promise<string[]> {
  dialog.say('Đang soát nội dung…');
  const files = changedFiles(repository, treeOf(repository, shared), tree);
  requireNoInnerRepository(files.flatMap(({ path, after }) => (after?.mode === '160000' ? [path] : [])));
  const changed = new Set(files.map(({ path }) => resolve(repository.root, path)));
  const isChanged = ({ path }: Finding) => changed.has(resolve(path));
  const { errors, draftErrors, ownersOf, warnings } = await checkOnDisk(settings, { findsDuplicates: true });
  const [own, elsewhere] = [errors.filter(isChanged), errors.filter((error) => !isChanged(error))];
  const before = elsewhere.length > 0 && shared ? await contentErrors(repository, shared, settings) : [];
  const brought = newErrors(elsewhere, before);
  if (own.length + brought.length > 0) {
    const changes = changesBetween(repository, treeOf(repository, shared), tree, settings.now);
    throw new SettingsError(
      [
        `Chưa gửi gì, vì nội dung trên máy này có ${own.length + brought.length} lỗi. Sửa rồi chạy lại (soát riêng: npm run check):`,
        ...own.map((error) => `  ${formatFinding(error)}`),
        ...(brought.length > 0 ? [whyElsewhere(changes)] : []),
        ...brought.map((error) => `  ${formatFinding(error)}`),
      ].join('\n'),
    );
  }
  const inDrafts = draftErrors.filter((error) => ownersOf(error).some((path) => changed.has(resolve(path))));
  const ownWarnings = warnings.filter(isChanged).length;
  return [
    ...(elsewhere.length > 0
      ? [
          `(Kho chung đang có ${elsewhere.length} lỗi ở tệp của người khác, không chặn bài của bạn: npm run check để xem.)`,
        ]
      : []),
    ...(inDrafts.length > 0
      ? [`(Có ${inDrafts.length} lỗi trong bản nháp sẽ gửi, chưa chặn: npm run check để xem; sửa trước khi đăng.)`]
      : []),
    ...(ownWarnings > 0 ? [`(Có ${ownWarnings} lưu ý trong những tệp sẽ gửi, không chặn: npm run check để đọc.)`] : []),
  ];
}

/** git would send only a mark of a repository inside, none of its files. */
function requireNoInnerRepository(paths: readonly string[]): void {
  if (paths.length > 0)
    throw new SettingsError(
      `Chưa gửi gì: thư mục ${paths.join(', ')} là một kho git riêng, nên các tệp trong đó không gửi được. Xóa thư mục .git ở trong ấy rồi chạy lại.`,
    );
}

/** Why files that the editor did not change have errors now. */
function whyElsewhere(changes: readonly ContentChange[]): string {
  const gone = changes
    .filter(({ action }) => /^(?:xóa|đổi tên)/.test(action))
    .map((change) => describeChange({ ...change, note: undefined }));
  return gone.length > 0
    ? `Những trang sau bạn không sửa, mà nay có lỗi vì chỗ bạn đã sửa (${gone.join('; ')}). Muốn thôi không đăng một bài nữa thì đừng xóa tệp, mà gỡ: npm run withdraw.`
    : 'Những tệp sau bạn không sửa, mà nay có lỗi vì chỗ bạn đã sửa:';
}
