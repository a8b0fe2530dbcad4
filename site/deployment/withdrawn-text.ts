import { articleFrontMatterSchema } from '#news/article.ts';
import { frontMatterKeys } from '#site/read/front-matter/front-matter-keys.ts';
import { repairFrontMatter } from '#site/read/front-matter/repair-front-matter.ts';
import { normaliseText } from '#site/read/source-file.ts';
import { splitFrontMatter } from '#site/read/split-front-matter.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import { SettingsError } from '#site/settings.ts';
import { isoInstant } from '#vietnamese/date.ts';

/**
 * The text of an article's file with its withdrawal in the front matter; a draft of a public article becomes public
 * again, as a notice. `path` names the file in messages. Throws a SettingsError.
 */
export function withdrawnText(path: string, raw: string, reason: string, now: Date): string {
  const written = normaliseText(raw);
  // Afterwards every spelling of a draft, such as `published: false`, is `draft: true`.
  const text = applyEdits(written, repairFrontMatter(written, frontMatterKeys(articleFrontMatterSchema)));
  const split = splitFrontMatter({ path, text });
  if ('finding' in split) throw new SettingsError(`${path}: ${split.finding.wrong}; chạy npm run check rồi sửa trước.`);
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  const kept = lines.slice(0, end).filter((line) => !/^(draft:|withdrawn:|withdrawnReason:)/.test(line));
  const added = [`withdrawn: ${isoInstant(now)}`, `withdrawnReason: ${JSON.stringify(reason)}`];
  const changed = [...kept, ...added, ...lines.slice(end)].join('\n');
  return raw.includes('\r\n') ? changed.replaceAll('\n', '\r\n') : changed;
}
