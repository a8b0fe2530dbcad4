import { type Html, html } from '../html.ts';
import { factLine } from './fact-line.ts';
import { shortDateElement } from './short-date-element.ts';
import { storyBlock } from './story-block.ts';
import { titleHtml } from './title-html.ts';

/** A document in the list of new ones. */
export interface NewDocumentProps {
  readonly number: string;
  readonly date: Date;
  readonly title: string;
  readonly href: string;
}

/** The newest documents; undefined while there are none. */
export function newDocuments(documents: readonly NewDocumentProps[], allHref: string): Html | undefined {
  if (documents.length === 0) return undefined;
  return storyBlock(
    'Văn bản mới',
    { text: 'Tất cả văn bản', href: allHref },
    html`<ul class="rows">${documents.map(
      (document) => html`<li>${factLine([html`${document.number}`, shortDateElement(document)])}
<a class="story" href="${document.href}">${titleHtml(document.title)}</a></li>\n`,
    )}</ul>`,
  );
}
