import { visit } from 'yaml';
import type { ContentKind } from '#news/content-kind.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { type Finding, startOfFile } from '#site/finding.ts';
import { frontMatterKeys } from '#site/read/front-matter/front-matter-keys.ts';
import { repairFrontMatter } from '#site/read/front-matter/repair-front-matter.ts';
import { issueFinding } from '#site/read/issue-finding.ts';
import { normaliseText } from '#site/read/source-file.ts';
import { splitFrontMatter } from '#site/read/split-front-matter.ts';
import { parseYaml, type YamlDocument } from '#site/read/yaml-document.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import type { ContentFile } from './content-files.ts';

/** The key of the front matter that a finding concerns, or “body”; undefined where it concerns the whole file. */
export function findingKeys({ path, text }: ContentFile, kind: ContentKind): (found: Finding) => string | undefined {
  const schema = frontMatterSchemas[kind];
  const keys = frontMatterKeys(schema).all;
  const normalised = normaliseText(text);
  const lines = normalised.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  const isSplit = lines[0]?.startsWith('---') && end > 0;
  const repaired = applyEdits(normalised, repairFrontMatter(normalised, frontMatterKeys(schema)));
  const split = splitFrontMatter({ path, text: repaired });
  const keyByProblem = 'block' in split ? keysOfIssues(schema, parseYaml(split.block)) : new Map<string, string>();
  return (found) => {
    if (!isSplit) return undefined;
    if (found.line > end + 1) return 'body';
    // A missing field has no line of its own.
    const key = keyByProblem.get(problemKey(found)) ?? keyAbove(lines, found.line);
    return keys.find((known) => known === key);
  };
}

/** The first key of each issue of a schema, by the problem as the finding states it. */
function keysOfIssues(
  schema: (typeof frontMatterSchemas)[ContentKind],
  { document }: YamlDocument,
): Map<string, string> {
  let hasAlias = false;
  visit(document, {
    Alias: () => {
      hasAlias = true;
    },
  });
  // What is no YAML, and what repeats itself without end, no schema has seen.
  if (document.errors.length > 0 || hasAlias) return new Map();
  const { error } = schema.safeParse(document.toJS() ?? {});
  return new Map(
    (error?.issues ?? []).flatMap(({ message, path: [key] }) =>
      key === undefined ? [] : [[problemKey(issueFinding(startOfFile(''), message)), String(key)]],
    ),
  );
}

function problemKey({ rule, wrong, remedy }: Finding): string {
  return [rule, wrong, remedy].join('\n');
}

/** The key in whose lines of front matter a line stands. */
function keyAbove(lines: readonly string[], line: number): string | undefined {
  const at = lines.findLastIndex((text, index) => 0 < index && index < line && /^[^\s#-][^:]*:(\s|$)/.test(text));
  return at < 0 ? undefined : lines[at]?.split(':', 1)[0]?.trim();
}
