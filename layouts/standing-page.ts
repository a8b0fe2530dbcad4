import { seeAlso } from './components/see-also.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html, trusted } from './html.ts';
import type { Link } from './page.ts';

/** Props of a page that is not news. */
export interface StandingPageProps extends FrameProps {
  readonly state?: string;
  /** Rendered Markdown. */
  readonly body: string;
  /** Links after the text. */
  readonly seeAlso: readonly Link[];
  /** Only on the page that says how to reach the organisation. */
  readonly contact?: {
    readonly openingHours: readonly string[];
    /** URL of the office on a map. */
    readonly map?: string;
  };
}

/** A page that is not news: Giới thiệu, Liên hệ and the like. */
export function standingPage(props: StandingPageProps): Html {
  const { lang } = props;
  return html`<article class="article"${lang === 'en' && html` lang="en"`}><h1>${titleHtml(props.title)}</h1>
${props.state && html`<p class="meta"><strong class="state" lang="vi">${props.state}</strong></p>\n`}<div class="prose">
${trusted(props.body)}</div>
${contactFacts(props)}${seeAlso(props.seeAlso)}</article>`;
}

function contactFacts({ contact, site: { profiles } }: StandingPageProps): Html | false {
  if (!contact) return false;
  const { openingHours, map } = contact;
  const place = (address: string) => address.replace(/^https:\/\/(www\.)?/, '');
  return html`<dl class="facts contact">
${openingHours.length > 0 && html`<div><dt>Giờ làm việc</dt>${openingHours.map((line) => html`<dd>${line}</dd>`)}</div>\n`}${map && html`<div><dt>Đường đi</dt><dd><a href="${map}">Xem trên bản đồ</a></dd></div>\n`}${profiles.map(({ text, href }) => html`<div><dt>${text}</dt><dd><a href="${href}">${place(href)}</a></dd></div>\n`)}</dl>
`;
}
