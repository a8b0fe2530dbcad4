import { type DescribedPicture, pictureLine } from './picture-lines.ts';

const written = /!\[((?:\\.|[^[\]\\])*)\]\(([^\s()]+)(?: "((?:\\.|[^"\\])*)")?\)/g;

/** The pictures of Markdown whose addresses are names of a list, in their order, each once. */
export function writtenPictures(markdown: string, names: ReadonlySet<string>): readonly DescribedPicture[] {
  const found = new Map<string, DescribedPicture>();
  for (const [, description = '', address = '', caption = ''] of markdown.matchAll(written))
    if (names.has(address) && !found.has(address))
      found.set(address, { address, description: unescaped(description), caption: unescaped(caption) });
  return [...found.values()];
}

/** Markdown with other pictures by the names of the written ones; those that are undefined are taken out. */
export function replacePictures(
  markdown: string,
  replacements: ReadonlyMap<string, DescribedPicture | undefined>,
): string {
  const replaced = markdown.replace(written, (line, _description, address: string) => {
    const picture = replacements.get(address);
    if (picture) return pictureLine(picture);
    return replacements.has(address) ? '' : line;
  });
  return replaced.replace(/\n{3,}/g, '\n\n').trim();
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
