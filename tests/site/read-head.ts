import { Parser } from 'htmlparser2';

/** A thing of schema.org. */
export type Thing = Readonly<Record<string, unknown>>;

/** What machines that show or index a page take from it. */
export interface Head {
  /** The contents of the meta elements by property or name. */
  readonly metas: Readonly<Record<string, readonly string[]>>;
  readonly canonical: string | undefined;
  /** The things its JSON-LD tells of. */
  readonly graph: readonly Thing[];
}

/** Reads a page as such a machine does. */
export function readHead(html: string): Head {
  const metas: Record<string, string[]> = {};
  const data: string[] = [];
  let canonical: string | undefined;
  let inData = false;
  const parser = new Parser({
    onopentag(name, { property, name: called, content, rel, href, type }) {
      const key = property ?? called;
      if (name === 'meta' && key && content !== undefined) metas[key] = [...(metas[key] ?? []), content];
      if (rel === 'canonical') canonical = href;
      inData = name === 'script' && type === 'application/ld+json';
      if (inData) data.push('');
    },
    ontext(text) {
      if (inData) data.push((data.pop() ?? '') + text);
    },
    onclosetag() {
      inData = false;
    },
  });
  parser.end(html);
  return { metas, canonical, graph: data.flatMap((text): Thing[] => JSON.parse(text)['@graph']) };
}
