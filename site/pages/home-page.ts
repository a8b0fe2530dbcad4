import type { HomeProps } from '#layouts/home.ts';
import type { Link } from '#layouts/page.ts';
import {
  archiveAddress,
  categoryAddress,
  documentAddress,
  documentsAddress,
  eventAddress,
  homeAddress,
  questionAddress,
  standingPageAddress,
} from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Category } from '#news/category.ts';
import { nearestDeadline, upcomingEvents } from '#news/event.ts';
import { type FrontPage, type FrontPageBlock, frontPage } from '#news/front-page.ts';
import { standingPageSlugs } from '#news/standing-page.ts';
import { openingParagraphs } from '#site/body/opening-paragraphs.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import { categoryMotifProps } from './category-motif-props.ts';
import { eventCard, eventsLink } from './event-pages.ts';
import { publisherJsonLd } from './json-ld/publisher-json-ld.ts';
import { oldAddressRedirectProps } from './old-address-redirect-props.ts';
import { indexedPage, type Page, type RenderContext } from './page.ts';
import { articleCardProps, categoryLink, frameProps, type SiteContext, siteHref } from './site-context.ts';
import { mostReadLinks, snapshotTotalProps } from './statistics-pages.ts';

const questionCount = 3;
const mostReadCount = 5;
const eventCount = 3;
const documentCount = 3;
/** In characters; longer texts of other articles and of Giới thiệu are cut at a word. */
const aboutLength = 240;

/** The front page. */
export function homePage(context: SiteContext): Page<HomeProps> {
  const { articles, organisation, events, documents, questions } = context.content;
  return indexedPage(homeAddress, 'trang chủ', (render) => {
    const mostRead = mostReadProps(context);
    // The questions, with the visits, are always there.
    const front = frontPage(articles, inMenuOrder(context), mostRead.mostRead ? 2 : 1);
    const upcoming = upcomingEvents(events, context.settings.now).slice(0, eventCount);
    const needsFacts = front.isSheet || upcoming.length + documents.length === 0;
    return {
      ...frameProps(
        context,
        render,
        { address: homeAddress, title: organisation.name, description: organisation.description },
        {
          breadcrumbLinks: [],
          kind: 'home',
          structuredData: publisherJsonLd(organisation, context.settings),
          ...snapshotTotalProps(context),
        },
      ),
      ...newsProps(context, render, front),
      archiveHref: siteHref(context, archiveAddress),
      ...deadlineProps(context),
      events: upcoming.map((event) => eventCard(context, event)),
      eventsHref: eventsLink(context).href,
      documents: documents.slice(0, documentCount).map(({ number, date, title, slug }) => {
        return { number, date, title, href: siteHref(context, documentAddress(slug)) };
      }),
      documentsHref: siteHref(context, documentsAddress),
      ...(needsFacts && factsProps(context)),
      ...mostRead,
      questions: questions.slice(0, questionCount).map(({ title, slug, answer }) => ({
        text: title,
        href: siteHref(context, questionAddress(slug)),
        ...(answer?.opening && { opening: answer.opening }),
      })),
      ...oldAddressRedirectProps(context, ({ key }) => key.startsWith('?')),
    };
  });
}

/** The categories as the menu names them, then those that are not in the menu. */
function inMenuOrder({ content: { categories, organisation } }: SiteContext): Category[] {
  const places = new Map(organisation.menu.map(({ address }, index) => [address, index]));
  const placeOf = ({ slug }: Category) => places.get(categoryAddress(slug)) ?? Number.POSITIVE_INFINITY;
  // Infinity minus Infinity is not a number.
  return categories.toSorted((a, b) => Math.sign(placeOf(a) - placeOf(b)) || 0);
}

function newsProps(
  context: SiteContext,
  render: RenderContext,
  { isSheet, lead, newest, blocks, firstOther }: FrontPage,
) {
  const story = (article: Article) => ({
    ...articleCardProps(context, render, article),
    category: categoryLink(context, article),
  });
  return {
    isSheet,
    firstOther,
    ...(lead && {
      lead: { ...story(lead), ...leadPicture(render, lead), ...openingProps(lead, isSheet), author: lead.author.name },
    }),
    newest: newest.map(story),
    blocks: blocks.map((block) => categoryBlock(context, render, block)),
  };
}

function leadPicture({ pictures }: RenderContext, { cover }: Article) {
  const picture = cover && pictureProps(pictures.get(cover.file), { alt: cover.alt }, false);
  return picture && { picture };
}

function openingProps({ body, lead, cover }: Article, isSheet: boolean): { readonly opening?: string } {
  if (!isSheet || cover) return {};
  const [opening] = openingParagraphs(body, 2).filter((text) => text !== lead);
  return opening === undefined ? {} : { opening };
}

function categoryBlock(context: SiteContext, render: RenderContext, { category, articles }: FrontPageBlock) {
  const [first, ...others] = articles.map((article) => articleCardProps(context, render, article));
  if (!first) throw new Error(`The block of ${category.slug} has no article.`);
  return {
    category: { text: category.name, href: siteHref(context, categoryAddress(category.slug)) },
    first: { ...first, motif: categoryMotifProps(context, category) },
    others,
  };
}

function deadlineProps(context: SiteContext): Pick<HomeProps, 'deadline'> {
  const found = nearestDeadline(context.content.events, context.settings.now);
  if (!found) return {};
  const { event, deadline } = found;
  return {
    deadline: { instant: deadline, event: { text: event.title, href: siteHref(context, eventAddress(event.slug)) } },
  };
}

function mostReadProps(context: SiteContext): Pick<HomeProps, 'mostRead'> {
  const { statistics } = context.content;
  const articles = statistics ? mostReadLinks(context, statistics.recent, mostReadCount) : [];
  return statistics && articles.length > 0 ? { mostRead: { until: statistics.taken, articles } } : {};
}

/** Who the organisation is, from its standing pages. */
function factsProps(context: SiteContext): Pick<HomeProps, 'about' | 'contactPage'> {
  const { organisation, pages } = context.content;
  const pageOf = (slug: string) => pages.find((page) => page.slug === slug);
  const linkTo = (slug: string): Link | undefined => {
    const page = pageOf(slug);
    return page && { text: page.title, href: siteHref(context, standingPageAddress(slug)) };
  };
  const aboutPage = pageOf(standingPageSlugs.about);
  const [text] = aboutPage ? openingParagraphs(aboutPage.body, 1) : [];
  const page = linkTo(standingPageSlugs.about);
  const contactPage = linkTo(standingPageSlugs.contact);
  return {
    about: { text: shortened(text ?? organisation.description), ...(page && { page }) },
    ...(contactPage && { contactPage }),
  };
}

function shortened(text: string): string {
  return text.length <= aboutLength ? text : `${text.slice(0, text.lastIndexOf(' ', aboutLength))}…`;
}
