import type { Graph, Thing } from 'schema-dts';
import { type Html, html, trusted } from '../html.ts';

/** A page's JSON-LD in schema.org's vocabulary, without empty lists: a data block, which browsers do not run. */
export function jsonLd(things: readonly Thing[]): Html {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  const data = JSON.stringify(graph, (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value));
  return html`<script type="application/ld+json">${trusted(data.replaceAll('<', '\\u003c'))}</script>\n`;
}
