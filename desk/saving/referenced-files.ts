/**
 * The files that the text of an item may refer to, in the folder of the item, as if each were there: whether a file has
 * arrived is known only where the site is built. The size in bytes by path, 0 for all.
 */
export function referencedFiles(path: string, text: string): Readonly<Record<string, number>> {
  const folder = path.replace(/\.md$/, '');
  const inBody = [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)];
  const inFrontMatter = [...text.matchAll(/^[ \t-]*(?:cover|file):[ \t]*["']?([^"'\n]+)/gm)];
  const names = [...inBody, ...inFrontMatter].map(([, name = '']) => decode(name.trim()));
  return Object.fromEntries(names.filter((name) => name !== '').map((name) => [`${folder}/${name}`, 0]));
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
