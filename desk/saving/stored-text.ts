import type { GetCollection } from '@sveltia/cms';
import { fileTextKey } from '../entry/entry.ts';

/** Where the CMS keeps an item. */
export interface EntryPlace {
  /** "content/articles/2026/tin.md" */
  readonly path: string;
  readonly collection: string;
  readonly slug: string;
}

/** The text of a file where the desk saves, as it is now; undefined if that is not known. */
export type StoredText = (place: EntryPlace, getCollection: GetCollection) => Promise<string | undefined>;

interface PickerWindow {
  showDirectoryPicker?: (...options: unknown[]) => Promise<FileSystemDirectoryHandle>;
}

interface PermittedHandle {
  requestPermission?: (...options: unknown[]) => Promise<PermissionState>;
}

/**
 * The texts of the files of this machine, in the folder that the editor picks. The CMS keeps the handle of that folder to
 * itself, so it is noted when the CMS gets it: from the browser, or from its last visit, for which it asks permission.
 */
export function textsOnThisMachine(): StoredText {
  let root: FileSystemDirectoryHandle | undefined;
  const picker = window as PickerWindow;
  const pick = picker.showDirectoryPicker;
  if (pick)
    picker.showDirectoryPicker = async (...options) => {
      root = await pick.apply(window, options);
      return root;
    };
  const handles = globalThis.FileSystemHandle?.prototype as PermittedHandle | undefined;
  const request = handles?.requestPermission;
  if (handles && request)
    handles.requestPermission = function (this: FileSystemDirectoryHandle, ...options) {
      if (this.kind === 'directory') root = this;
      return request.apply(this, options);
    };
  return async ({ path }) => {
    try {
      const folders = path.split('/');
      const name = folders.pop() ?? '';
      let folder = root;
      for (const part of folders) folder = await folder?.getDirectoryHandle(part);
      const file = await (await folder?.getFileHandle(name))?.getFile();
      return (await file?.text())?.replace(/\r\n?/g, '\n');
    } catch {
      // The file is gone, or the folder may no longer be read.
      return undefined;
    }
  };
}

/** The text that the CMS has after it has looked for changes in the repository, as it does before it saves. */
export const textInRepository: StoredText = async ({ collection, slug }, getCollection) => {
  const stored = await getCollection(collection, slug);
  const { data } = (stored?.toJS() ?? {}) as { readonly data?: Readonly<Record<string, unknown>> };
  const text = data?.[fileTextKey];
  return typeof text === 'string' ? text : undefined;
};
