import { fold } from '#vietnamese/fold.ts';

/** Whether a text has the words of a title, whatever their capitals, diacritics and punctuation. */
export function isSameTitle(text: string, title: string | undefined): boolean {
  // Few paragraphs begin with the letter of the title, and to fold a whole one takes long.
  if (title === undefined || firstLetter(text) !== firstLetter(title)) return false;
  const words = (of: string) =>
    fold(of)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ');
  return words(text) !== undefined && words(text) === words(title);
}

function firstLetter(text: string): string {
  return fold(/[\p{L}\p{N}]/u.exec(text)?.[0] ?? '');
}
