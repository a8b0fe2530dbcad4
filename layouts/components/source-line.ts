import { type Html, html } from '../html.ts';

/** Where an article was taken from; nothing when it is our own. */
export function sourceLine(source: { readonly name: string; readonly url?: string } | undefined): Html | undefined {
  return (
    source &&
    html`<p class="source">Nguồn: ${source.url ? html`<a href="${source.url}">${source.name}</a>` : source.name}</p>\n`
  );
}
