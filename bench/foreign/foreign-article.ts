import { parse } from 'yaml';

/** An article as another program keeps it: what is known about it, and its Markdown without front matter. */
export interface ForeignArticle {
  readonly title: string;
  /** "2020-01-31"; undefined without a valid date. */
  readonly day?: string;
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

/** Front matter in YAML (---), TOML (+++) or JSON (---json), with the line that ends it. */
const frontMatterPattern = /^\uFEFF?\s*(---|\+\+\+)(?:json)?[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)\1[ \t]*(?:\r?\n|$)/;

/** Reads a Markdown file of any generator; `name` is its file name without the extension. */
export function foreignArticle(text: string, name: string): ForeignArticle {
  const [whole = '', , frontMatter = ''] = frontMatterPattern.exec(text) ?? [];
  const body = text.slice(whole.length);
  const title = fieldOf(frontMatter, 'title') || firstHeading(body) || name.replaceAll(/[-_]+/g, ' ');
  const day = validDay(fieldOf(frontMatter, 'date'));
  return { title: title.replaceAll(/\s+/g, ' ').trim(), ...(day && { day }), body, bodyLine: whole.split('\n').length };
}

/** The value of a key as text; front matter that is no valid YAML is read line by line. */
function fieldOf(frontMatter: string, key: string): string {
  try {
    const value = parse(frontMatter)?.[key];
    if (value !== undefined && value !== null) return String(value);
  } catch {}
  const line = new RegExp(`^\\s*"?${key}"?\\s*[:=]\\s*(.+?),?\\s*$`, 'm').exec(frontMatter)?.[1] ?? '';
  return line.replaceAll(/^(["'])(.*)\1$/g, '$2');
}

function firstHeading(body: string): string {
  const heading = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(body)?.[1] ?? '';
  return heading.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*`]/g, '');
}

function validDay(date: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  return day && new Date(day).toJSON()?.startsWith(day) ? day : undefined;
}
