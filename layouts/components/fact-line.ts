import { type Html, html } from '../html.ts';

/** Short facts in a line: each stays whole, and the dot before it is not displayed at the start of a line. */
export function factLine(facts: readonly (Html | false | undefined | '')[]): Html {
  return html`<p class="meta fact-line">${facts.filter((fact) => fact).map((fact) => html`<span>${fact}</span> `)}</p>`;
}
