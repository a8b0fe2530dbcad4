import { type Html, html } from '../html.ts';

/** The source of a republished article; undefined for an original one. */
export function sourceLine(source: { readonly name: string; readonly url?: string } | undefined): Html | undefined {
  return (
    source &&
    html`<p class="source">Nguồn: ${source.url ? html`<a href="${source.url}">${source.name}</a>` : source.name}</p>\n`
  );
}
