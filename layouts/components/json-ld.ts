import type { Graph, Thing } from 'schema-dts';
import { type Html, html, trusted } from '../html.ts';

/** A page's JSON-LD in schema.org's vocabulary: a data block, which browsers do not run. */
export function jsonLd(things: readonly Thing[]): Html {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return html`<script type="application/ld+json">${trusted(JSON.stringify(graph).replaceAll('<', '\\u003c'))}</script>\n`;
}
