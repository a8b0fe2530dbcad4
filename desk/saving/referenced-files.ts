/**
 * The files that the text of an item may refer to, in the folder of the item, as if each were there: whether a file has
 * arrived is known only where the site is built. The size in bytes by path, 0 for all.
 */
export function referencedFiles(path: string, text: string): Readonly<Record<string, number>> {
  const folder = path.replace(/\.md$/, '');
  const named = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.slice(1).join('')));
  const names = named.flatMap((name) => {
    const decoded = decode(name.trim());
    // A link may lead to a page of a PDF.
    return [decoded, decoded.split(/[#?]/, 1)[0] ?? ''];
  });
  return Object.fromEntries(names.filter((name) => name !== '').map((name) => [`${folder}/${name}`, 0]));
}

/** Links and pictures, definitions of links, the files of picture blocks, and those of the front matter. */
const patterns = [
  /\]\(\s*(?:<([^>\n]+)>|([^)\s>]+))/g,
  /^[ \t]*\[[^[\]\n]+\]:[ \t]*<?([^>\s]+)/gm,
  /^[ \t]*:::[ \t]*\w+[ \t]+(\S[^\n]*)$/gm,
  /^[ \t-]*(?:cover|file):[ \t]*["']?([^"'\n]+)/gm,
];

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
