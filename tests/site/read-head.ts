import { Parser } from 'htmlparser2';

/** An item of the schema.org vocabulary. */
export type SchemaThing = Readonly<Record<string, unknown>>;

/** The metadata of a page for search engines and social networks. */
export interface HeadMetadata {
  /** The contents of the meta elements by property or name. */
  readonly metas: Readonly<Record<string, readonly string[]>>;
  readonly canonical: string | undefined;
  /** The items of its JSON-LD graph. */
  readonly graph: readonly SchemaThing[];
}

/** Extracts the metadata of a page. */
export function readHead(html: string): HeadMetadata {
  const metas: Record<string, string[]> = {};
  const data: string[] = [];
  let canonical: string | undefined;
  let inData = false;
  const parser = new Parser({
    onopentag(name, { property, name: metaName, content, rel, href, type }) {
      const key = property ?? metaName;
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
  return { metas, canonical, graph: data.flatMap((text): SchemaThing[] => JSON.parse(text)['@graph']) };
}
