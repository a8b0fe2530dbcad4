import type { BuiltFile } from './built-site.ts';
import { accepting, mainVisitors, type Visitor } from './visitors.ts';

const pageLike = /\.(?:html|js)$|^(?:robots\.txt|llms\.txt|sitemap[\w-]*\.xml)$/;
const feed = /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/;

/**
 * Who asks for a file of a site: for a page, a script, and what robots read, everyone, since servers that were broken into
 * answer there by who asks; for feeds a reader and Googlebot; for any other file a reader.
 */
export function visitorsOf({ path }: Pick<BuiltFile, 'path'>): readonly Visitor[] {
  if (pageLike.test(path)) return mainVisitors;
  const [reader, googlebot] = mainVisitors;
  const visitors = feed.test(path) ? [reader, googlebot] : [reader];
  return visitors.flatMap((visitor) => (visitor ? [accepting(visitor, 'gzip, deflate, br')] : []));
}
