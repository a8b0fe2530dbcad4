import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { cmsTexts } from './cms-texts.ts';

/** A change to the minified source of the CMS, which is why its version is pinned. */
interface SourceChange {
  /** What it is for, in the message if the source is another than it was. */
  readonly subject: string;
  /** Global. */
  readonly pattern: RegExp;
  /** How often the pattern occurs. */
  readonly count: number;
  readonly replacement: (...match: string[]) => string;
}

/** The changes, given the names of the fonts that the CMS brings. */
function sourceChanges(fonts: readonly string[]): SourceChange[] {
  return [
    {
      // It would ask another host for fonts that it brings.
      subject: 'fonts of another host',
      pattern: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)[^)"'`\s]+/g,
      count: 3,
      replacement: (_, font) => `assets/${fonts.find((name) => name.startsWith(`${font}-`)) ?? ''}`,
    },
    {
      subject: 'questions for the state of hosts and newer versions',
      pattern:
        /https:\/\/(www\.githubstatus\.com\/api\/v2\/status\.json|status-api\.hostedstatus\.com\/[\w./]+|unpkg\.com\/@sveltia\/cms)/g,
      count: 3,
      replacement: () => 'data:,',
    },
    {
      // A file that an item names is looked for beside the item (at the path d), but not in the folder with its name, where
      // the CMS itself saves it (as h).
      subject: 'lookup of the files of an item',
      pattern: /(g=\w+\(\w+\(\[p,l,h\]\)\);return )(\w+\(\)\.get)\(g\)\}/g,
      count: 1,
      replacement: (_, before, get) => `${before}${get}(g)??${get}(d.replace(/\\.md$/,"/"+h))}`,
    },
    {
      // The items of the repository are given to previews, which a telephone does not show, but not to what is called before
      // an item is saved.
      subject: 'way to the items of the repository',
      pattern: /(\.handler\(\{)(author:.*?,getCollection:(\w+),)/gs,
      count: 1,
      replacement: (_, call, rest, getCollection) => `${call}getCollection:${getCollection},${rest}`,
    },
    {
      // A new item of a list would have the focus on the button that folds it, which a space presses.
      subject: 'focus of a new list item',
      pattern: /\?\.querySelector\(`button`\)\?\.focus\(\)/g,
      count: 1,
      replacement: () => '?.querySelector("input:not([type=file]),textarea,button")?.focus()',
    },
    {
      // Only what is typed or clicked inside the form would be backed up, not the text of a dropped file.
      subject: 'start of backups',
      pattern: /(\w)\.isTrusted&&(\w\(\)\.current&&!\w\(\)\.current\.interacted&&)/g,
      count: 1,
      replacement: (_, _event, rest) => rest ?? '',
    },
    {
      // The backups of what is being typed end when the files of this machine are chosen.
      subject: 'backups',
      pattern:
        /if\((\w)&&!(\w+)\)(\{let\{databaseName:\w\}=\1\.repository\?\?\{\};if\(\w\)\{\2=new \w+\(\w,`draft-backups`)/g,
      count: 1,
      replacement: (_, backend, _database, rest) => `if(${backend})${rest}`,
    },
    {
      // A site that was built again with another list has another configuration, for which old backups would be deleted.
      subject: 'deletion of backups of another configuration',
      pattern: /(\w)\.cmsConfigVersion===\w+\.current\?\1:\(await \w+\(\w,\w\),null\):null/g,
      count: 1,
      replacement: (_, backup) => `${backup}:null`,
    },
  ];
}

/** An esbuild plugin that changes the CMS. Its build fails if the source of the CMS is another than is known. */
export function changeCms(): Plugin {
  return {
    name: 'change the CMS',
    setup(build) {
      build.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        const fonts = (await readdir(join(dirname(path), 'assets'))).filter((name) => name.endsWith('.woff2'));
        for (const { subject, pattern, count, replacement } of sourceChanges(fonts)) {
          const found = contents.match(pattern)?.length ?? 0;
          if (found !== count) throw new Error(`The CMS has ${found} of ${count} known ${subject}.`);
          contents = contents.replace(pattern, replacement);
        }
        return { contents };
      });
      build.onLoad({ filter: /@sveltia[\\/]cms[\\/]locales[\\/]vi\.json$/ }, async ({ path }) => {
        const texts = JSON.parse(await readFile(path, 'utf8'));
        const english = JSON.parse(await readFile(path.replace(/vi\.json$/, 'en-US.json'), 'utf8'));
        for (const [key, text] of Object.entries(cmsTexts)) {
          const names = key.split('.');
          const last = names.pop() ?? '';
          if (typeof names.reduce((group, name) => group?.[name], english)?.[last] !== 'string')
            throw new Error(`The CMS has no text ${key}.`);
          names.reduce((group, name) => (group[name] ??= {}), texts)[last] = text;
        }
        return { contents: JSON.stringify(texts), loader: 'json' };
      });
    },
  };
}
