import type { z } from 'zod';
import { type Finding, finding } from '#site/finding.ts';
import { type AllowNote, allowNotes } from './allow-notes.ts';
import { masked } from './body-prose.ts';
import { type Checked, checkYaml } from './check-yaml.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type BodyFacts, inspectBody } from './inspect-body.ts';
import type { SourceFile } from './source-file.ts';
import { type Prose, type RightWords, wordFindings } from './word-findings.ts';

/** What a Markdown file itself contains, without the files it references: plain data, determined by its bytes. */
export interface Inspected<Value> {
  /** Undefined if the front matter and the body could not be split. */
  readonly parts?: {
    /** Undefined if the front matter is invalid. */
    readonly value?: Value;
    /** The offset of the body in the normalised text, and its 1-based line. */
    readonly bodyStart: number;
    readonly bodyLine: number;
    readonly facts: Omit<BodyFacts, 'faults' | 'prose'>;
    readonly suppressions: readonly AllowNote[];
  };
  readonly findings: readonly Finding[];
}

/** Whether a body references files that must exist next to it. */
export function namesFiles({ parts }: Inspected<unknown>): boolean {
  if (!parts) return false;
  const { pictures, videos, links } = parts.facts;
  return pictures.length + videos.length > 0 || links.some(({ href }) => !/^(https?:|mailto:|tel:|#|\/)/i.test(href));
}

/** Splits a Markdown file and checks its front matter with a schema, and its prose if the accepted words are known. */
export function inspectItem<Schema extends z.ZodType>(
  source: SourceFile,
  schema: Schema,
  acceptedWords: RightWords | undefined,
): Inspected<z.output<Schema>> {
  if (source.findings.some(({ level }) => level === 'error')) return { findings: source.findings };
  const split = splitFrontMatter(source);
  if ('finding' in split) return { findings: [...source.findings, split.finding] };

  const { value, findings: yamlFindings, words: proseValues } = checkYaml(split.block, schema);
  const { faults: bodyFindings, prose, ...facts } = inspectBody(split.body);
  const bodyStart = source.text.length - split.body.length;
  return {
    parts: {
      ...(value !== undefined && { value }),
      ...{ bodyStart, bodyLine: split.bodyLine, facts, suppressions: allowNotes(source.path, source.text) },
    },
    findings: [
      ...source.findings,
      ...yamlFindings,
      ...bodyFindings.map(({ message, line, column }) =>
        finding({ path: source.path, line: line + split.bodyLine - 1, column }, message),
      ),
      ...(acceptedWords
        ? wordFindings(source, proseOf(source, proseValues, { text: prose, offset: bodyStart }), acceptedWords)
        : []),
    ],
  };
}

function proseOf({ text }: SourceFile, proseValues: Checked<unknown>['words'], body: Prose): Prose[] {
  const blockStart = text.indexOf('\n') + 1;
  return [
    ...proseValues.map(({ offset, text: raw }) => ({ offset: blockStart + offset, text: maskYamlMarkers(raw) })),
    body,
  ];
}

/** Masks the quotes and block indicators of a YAML value. */
function maskYamlMarkers(raw: string): string {
  const text = raw.trimEnd();
  if (/^["']/.test(text)) return `${masked}${text.slice(1, -1)}${masked}`;
  return text.replace(/^[|>][-+\d]*|^(\s*)- /gm, (marker) => masked.repeat(marker.length));
}
