import { type Html, html } from '../html.ts';

/** One line of the facts of an item. */
export interface Fact {
  readonly name: string;
  readonly value: Html | string;
  readonly className?: string;
}

/** What is known of a document or an event: in the margin on wide screens, else two by two. */
export function facts(list: readonly Fact[]): Html {
  return html`<dl class="facts">${list.map(({ name, value, className }) => html`<div${className && html` class="${className}"`}><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
