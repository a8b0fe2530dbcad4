import { noBreak } from '#vietnamese/no-break.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import { titleHtml } from './title-html.ts';

/** A question with the first words of its answer. */
export interface QuestionLink extends Link {
  readonly opening?: string;
}

/** Links to questions; false when there are none. */
export function questionLinks(questions: readonly QuestionLink[]): Html | false {
  return (
    questions.length > 0 &&
    html`<ul class="rows">${questions.map(({ text, href, opening }) => html`<li><a class="story" href="${href}">${titleHtml(text)}</a>${opening && html`<p>${noBreak(opening)}</p>`}</li>`)}</ul>\n`
  );
}
