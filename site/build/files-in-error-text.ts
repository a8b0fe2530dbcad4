import type { FileInError } from '#site/deployment/deployed-content.ts';

/** What a build did about the files in error: a headline, and a line for each of them. */
export function filesInErrorText(files: readonly FileInError[]): string {
  return [
    `CÓ LỖI, nên ${parts(files)}; mọi tệp khác vẫn đăng:`,
    ...files.map(({ path, restored }) =>
      restored
        ? `  ${path} · giữ nguyên bản đã đăng (commit ${restored.commit.slice(0, 8)})`
        : `  ${path} · chưa đăng bao giờ: để lại, sửa xong mới đăng`,
    ),
  ].join('\n');
}

/** The same in a few words, for the end of the summary; empty without such files. */
export function filesInErrorSummary(files: readonly FileInError[]): string {
  return files.length > 0 ? ` · CÓ LỖI (ở trên): ${parts(files)}` : '';
}

function parts(files: readonly FileInError[]): string {
  const kept = files.filter(({ restored }) => restored).length;
  return [
    ...(kept > 0 ? [`${kept} tệp giữ nguyên bản đã đăng`] : []),
    ...(kept < files.length ? [`${files.length - kept} tệp chưa được đăng`] : []),
  ].join(', ');
}
