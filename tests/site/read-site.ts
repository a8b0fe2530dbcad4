import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** Every file of a folder, such as a built site: relative path → bytes. */
export function readSite(folder: string): Map<string, Buffer> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}

/** What a crawler extracts from a page. */
export interface ParsedPage {
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** The visible text, with white space collapsed. */
  readonly text: string;
}

/** Extracts links, ids and text from a page. */
export function parsePage(html: string): ParsedPage {
  const links: string[] = [];
  const ids = new Set<string>();
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' || name === 'style') hidden++;
      for (const key of ['href', 'src']) if (attributes[key]) links.push(attributes[key]);
      for (const candidate of attributes['srcset']?.split(', ') ?? []) links.push(candidate.split(' ')[0] ?? '');
      if (attributes['id']) ids.add(attributes['id']);
    },
    ontext(data) {
      if (hidden === 0) text += data;
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') hidden--;
      if (/^(p|h\d|li|div|td|th)$/.test(name)) text += ' ';
    },
  });
  parser.end(html);
  return { links, ids, text: text.replaceAll('\u2060', '').replace(/\s+/g, ' ') };
}
