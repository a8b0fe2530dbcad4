import type { z } from 'zod';
import { type Finding, finding } from '#site/finding.ts';
import { type AllowNote, allowNotes } from './allow-notes.ts';
import { masked } from './body-prose.ts';
import { type Checked, checkYaml } from './check-yaml.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type BodyFacts, inspectBody } from './inspect-body.ts';
import type { SourceFile } from './source-file.ts';
import { type Prose, type RightWords, wordFindings } from './word-findings.ts';

/** What a Markdown file says by itself, whatever stands beside it: plain data, the same for the same file. */
export interface Inspected<Value> {
  /** Undefined where the front matter and the body could not be told apart. */
  readonly parts?: {
    /** Undefined when the front matter does not fit. */
    readonly value?: Value;
    /** Where the body begins in the normalised text, and in which line. */
    readonly bodyStart: number;
    readonly bodyLine: number;
    readonly facts: Omit<BodyFacts, 'faults' | 'prose'>;
    readonly notes: readonly AllowNote[];
  };
  readonly findings: readonly Finding[];
}

/** Whether a body names files that must stand beside it. */
export function namesFiles({ parts }: Inspected<unknown>): boolean {
  if (!parts) return false;
  const { pictures, videos, links } = parts.facts;
  return pictures.length + videos.length > 0 || links.some(({ href }) => !/^(https?:|mailto:|tel:|#|\/)/i.test(href));
}

/** Takes a Markdown file apart, checks its front matter with a schema, and its words where it is known which are right. */
export function inspectItem<Schema extends z.ZodType>(
  source: SourceFile,
  schema: Schema,
  right: RightWords | undefined,
): Inspected<z.output<Schema>> {
  if (source.findings.some(({ level }) => level === 'error')) return { findings: source.findings };
  const split = splitFrontMatter(source);
  if ('finding' in split) return { findings: [...source.findings, split.finding] };

  const { value, findings: misfits, words } = checkYaml(split.block, schema);
  const { faults, prose, ...facts } = inspectBody(split.body);
  const bodyStart = source.text.length - split.body.length;
  return {
    parts: {
      ...(value !== undefined && { value }),
      ...{ bodyStart, bodyLine: split.bodyLine, facts, notes: allowNotes(source.path, source.text) },
    },
    findings: [
      ...source.findings,
      ...misfits,
      ...faults.map(({ message, line, column }) =>
        finding({ path: source.path, line: line + split.bodyLine - 1, column }, message),
      ),
      ...(right ? wordFindings(source, proseOf(source, words, { text: prose, offset: bodyStart }), right) : []),
    ],
  };
}

function proseOf({ text }: SourceFile, words: Checked<unknown>['words'], body: Prose): Prose[] {
  const blockStart = text.indexOf('\n') + 1;
  return [...words.map(({ offset, text: word }) => ({ offset: blockStart + offset, text: withoutMarks(word) })), body];
}

/** The quotes and block marks of YAML are no words. */
function withoutMarks(written: string): string {
  const text = written.trimEnd();
  if (/^["']/.test(text)) return `${masked}${text.slice(1, -1)}${masked}`;
  return text.replace(/^[|>][-+\d]*|^(\s*)- /gm, (mark) => masked.repeat(mark.length));
}
