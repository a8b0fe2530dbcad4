import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SearchEntry } from '#search/search-entry.ts';
import { markdownParagraphs } from '#site/search/markdown-paragraphs.ts';

/** The Markdown files of a folder as search entries; a file without a title in its front matter is left out. */
export function articleEntries(folder: string): SearchEntry[] {
  return globSync('**/*.{md,mdx}', { cwd: folder })
    .sort()
    .flatMap((file) => entryOf(file, readFileSync(join(folder, file), 'utf8')));
}

function entryOf(file: string, text: string): SearchEntry[] {
  const [, frontMatter = '', body = ''] = text.match(/^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s) ?? [];
  const { title, description, date } = readYaml(frontMatter);
  if (typeof title !== 'string' || !title.trim()) return [];
  const day = /^\d{4}-\d\d-\d\d/.exec(
    date instanceof Date ? date.toISOString() : String(date ?? file.split('/').at(-1)),
  );
  return [
    {
      address: `/${file.replace(/\.mdx?$/, '')}/`,
      title: title.normalize('NFC'),
      lead: typeof description === 'string' ? description.normalize('NFC') : '',
      body: markdownParagraphs(body.normalize('NFC')).join('\n'),
      category: '',
      ...(day && { day: day[0] }),
    },
  ];
}

function readYaml(text: string): Record<string, unknown> {
  try {
    return parse(text) ?? {};
  } catch {
    return {};
  }
}
