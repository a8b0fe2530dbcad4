import { type ContentFiles, writeContent } from '#site/guide/content-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A content folder for one test, deleted after it. */
export function contentFolder(files: ContentFiles): string {
  const folder = temporaryFolder();
  writeContent(folder, files);
  return folder;
}
