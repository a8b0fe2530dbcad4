/** The text of a file where the desk saves, as it is now; undefined if that is not known. */
export type StoredText = (path: string) => Promise<string | undefined>;

/**
 * The texts of the files of this machine, read through the folder that the editor picked. The CMS keeps the handle of
 * that folder in a database named after the repository.
 */
export function textsOnThisMachine(databaseName: string): StoredText {
  return async (path) => {
    const root = await pickedFolder(databaseName);
    if (!root) return undefined;
    try {
      const folders = path.split('/');
      const name = folders.pop() ?? '';
      let folder = root;
      for (const part of folders) folder = await folder.getDirectoryHandle(part);
      const file = await (await folder.getFileHandle(name)).getFile();
      return (await file.text()).replace(/\r\n?/g, '\n');
    } catch {
      // The file is gone, or the folder may no longer be read.
      return undefined;
    }
  };
}

function pickedFolder(databaseName: string): Promise<FileSystemDirectoryHandle | undefined> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(databaseName);
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains('file-system-handles')) return resolve(undefined);
      const reading = database.transaction('file-system-handles').objectStore('file-system-handles').getAll();
      reading.onerror = () => resolve(undefined);
      reading.onsuccess = () => {
        const [record] = reading.result;
        resolve(record?.value ?? record);
        database.close();
      };
    };
  });
}
