import type { Graph, Thing } from 'schema-dts';
import { type Html, html, trusted } from '../html.ts';

/** What a page says of itself in schema.org's words: data that no browser runs. */
export function jsonLd(things: readonly Thing[]): Html {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return html`<script type="application/ld+json">${trusted(JSON.stringify(graph).replaceAll('<', '\\u003c'))}</script>\n`;
}
