import { fold } from '#vietnamese/fold.ts';

/** Whether a text has the words of a title, whatever their capitals, diacritics and punctuation. */
export function isSameTitle(text: string, title: string | undefined): boolean {
  const words = (of: string) =>
    fold(of)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ');
  return title !== undefined && words(text) !== undefined && words(text) === words(title);
}
