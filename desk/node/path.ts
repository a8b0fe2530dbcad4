/** The separator of the parts of a path. */
export const sep = '/';

/** A path without its last part. */
export function dirname(path: string): string {
  const end = withoutEnd(path).lastIndexOf('/');
  if (end < 0) return path.startsWith('/') ? '/' : '.';
  return end === 0 ? '/' : path.slice(0, end);
}

/** The last part of a path, without an ending if it has that. */
export function basename(path: string, ending = ''): string {
  const name = withoutEnd(path).split('/').at(-1) ?? '';
  return ending !== '' && name !== ending && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

/** The end of a name from its last dot; empty where nothing precedes it. */
export function extname(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name === '..' ? '' : name.slice(dot);
}

/** Some parts as one path, without "." and "..". */
export function join(...parts: readonly string[]): string {
  const path = parts.filter((part) => part !== '').join('/');
  if (path === '') return '.';
  const names = normalNames(path).join('/');
  const end = path.endsWith('/') ? '/' : '';
  if (!path.startsWith('/')) return (names || '.') + end;
  return names === '' ? '/' : `/${names}${end}`;
}

/** The absolute path of some parts; the working directory is the root. */
export function resolve(...parts: readonly string[]): string {
  const start = parts.findLastIndex((part) => part.startsWith('/'));
  return `/${normalNames(`/${parts.slice(Math.max(start, 0)).join('/')}`).join('/')}`;
}

/** The path of a file as seen from a folder. */
export function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => normalNames(resolve(path)));
  if (!start || !end) return '';
  const different = start.findIndex((name, index) => name !== end[index]);
  const shared = different < 0 ? start.length : different;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

/** A path without the slashes at its end. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** The names in a path, without "." and with each ".." taken back, as far as there is something before it. */
function normalNames(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (!path.startsWith('/')) names.push('..');
  }
  return names;
}
