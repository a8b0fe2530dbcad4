import type { OtherBlockPlace } from '#news/front-page.ts';
import { type DeadlineProps, deadlineLine } from './components/deadline-line.ts';
import type { EventCardProps } from './components/event-card.ts';
import {
  type CategoryBlockProps,
  categoryBlock,
  frontBlocks,
  type MostReadProps,
  mostReadBlock,
  wideBlock,
} from './components/front-blocks.ts';
import { type LeadStoryProps, leadStory } from './components/lead-story.ts';
import { type NewDocumentProps, newDocuments } from './components/new-documents.ts';
import { newestStories, type StoryProps } from './components/newest-stories.ts';
import { type OldAddressRedirectProps, oldAddressRedirect } from './components/old-address-redirect.ts';
import { type OrganisationFactsProps, organisationFacts } from './components/organisation-facts.ts';
import type { QuestionLink } from './components/question-links.ts';
import { sidebar } from './components/sidebar.ts';
import { upcomingEvents } from './components/upcoming-events.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the home page. */
export interface HomeProps extends FrameProps {
  /** True in the first days: the lead story has the page nearly to itself. */
  readonly isSheet: boolean;
  readonly lead?: LeadStoryProps;
  readonly newest: readonly StoryProps[];
  readonly archiveHref: string;
  /** The event whose deadline is nearest, within thirty days. */
  readonly deadline?: DeadlineProps;
  readonly events: readonly EventCardProps[];
  readonly eventsHref: string;
  readonly documents: readonly NewDocumentProps[];
  readonly documentsHref: string;
  /** Who the organisation is and how to reach it, while there are no events and documents. */
  readonly about?: OrganisationFactsProps['about'];
  readonly contactPage?: Link;
  readonly blocks: readonly CategoryBlockProps[];
  readonly mostRead?: MostReadProps;
  readonly questions: readonly QuestionLink[];
  /** Where the first of the two blocks without a category, most read and questions with visits, stands. */
  readonly firstOther: OtherBlockPlace;
  /** Present if an old address was the home page with a query: "/?p=12" */
  readonly oldAddress?: OldAddressRedirectProps;
}

/** The home page: lead story and newest articles, services beside them, then a block per category. */
export function home(props: HomeProps): Html {
  const { lead, isSheet, firstOther, newest, about, contactPage } = props;
  const others = [mostReadBlock(props.mostRead), sidebar(props)].filter((block) => block !== undefined);
  const asideCount = firstOther === 'aside' ? 1 : 0;
  const below = others.slice(asideCount);
  const blocks = [
    ...props.blocks.map(categoryBlock),
    ...below.map((block, index) => (index === 0 && firstOther === 'wide' ? wideBlock(block) : block)),
  ];
  return html`${props.oldAddress && oldAddressRedirect(props.oldAddress)}${props.deadline && deadlineLine(props.deadline)}<div class="front${isSheet && ' sheet'}">
<div class="front-news">
${lead ? leadStory(lead, isSheet) : html`<p class="empty">Chưa có bài viết nào.</p>`}
${newest.length > 0 && newestStories(newest, props.archiveHref)}</div>
<div class="front-services">
${upcomingEvents(props.events, props.eventsHref)}${newDocuments(props.documents, props.documentsHref)}${about && organisationFacts({ ...props, about, contactPage })}${others.slice(0, asideCount)}</div>
${frontBlocks(blocks)}</div>`;
}
