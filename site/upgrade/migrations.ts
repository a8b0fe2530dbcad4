import { defaultShortName } from '#news/organisation.ts';

/** What makes content of one format content of the next. */
export interface Migration {
  /** The format that it makes of the one before. */
  readonly to: number;
  /** What it does, in Vietnamese. */
  readonly description: string;
  /** The new text of a file of content/ by its path there; the same text if nothing in it changes. */
  readonly migrateFile: (path: string, text: string) => string;
}

/** All migrations in their order; a format without one cannot be reached. */
export const migrations: readonly Migration[] = [
  {
    to: 2,
    description:
      'Tên gọi tắt không ghi thì không còn luôn là “Liên hiệp hội”: trang nào đang dùng như thế thì được ghi rõ',
    migrateFile: (path, text) => (path === 'site.yaml' ? withShortName(text) : text),
  },
];

/** The key `name` with its value, on one line or on several that are indented. */
const nameEntry = /^name:[ \t]*(.*)(?:\r?\n[ \t]+.*)*\r?\n/m;

function withShortName(text: string): string {
  const before = 'Liên hiệp hội';
  const name =
    nameEntry
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2') ?? '';
  if (/^shortName:/m.test(text) || defaultShortName(name) === before) return text;
  return text.replace(nameEntry, (entry) => `${entry}shortName: ${before}${entry.endsWith('\r\n') ? '\r\n' : '\n'}`);
}
