import type { StandingPageProps } from '#layouts/standing-page.ts';
import { standingPageAddress } from '#news/address.ts';
import { type StandingPage, standingPageSlugs } from '#news/standing-page.ts';
import { bodyScripts, renderItemBody } from '#site/body/render-item-body.ts';
import { directoriesOf } from './directory-pages.ts';
import { indexedPage, type Page } from './page.ts';
import { absoluteUrl, frameProps, type SiteContext, siteHref } from './site-context.ts';

/** Pages such as "Giới thiệu" and "Liên hệ". */
export function standingPages(context: SiteContext): Page<StandingPageProps>[] {
  const { organisation, pages } = context.content;
  return pages.map((page) => {
    const { slug, path, title, description, lang, body, draft } = page;
    const address = standingPageAddress(slug);
    const props: Page<StandingPageProps>['props'] = (render) => ({
      ...frameProps(
        context,
        render,
        { address, title, description: description ?? `${title} - ${organisation.name}` },
        {
          noindex: draft,
          lang,
          ...translations(context, page),
          ...bodyScripts(context, body),
        },
      ),
      ...(draft && { state: 'BẢN NHÁP' }),
      body: renderItemBody(context, render, body, { address }).rest,
      seeAlso: seeAlso(context, page),
      ...(slug === standingPageSlugs.contact && contactFacts(context)),
    });
    return { ...indexedPage(address, path, props), indexed: !draft, pictures: [...body.pictures.values()] };
  });
}

/** The page about the organisation in Vietnamese and in English; empty unless there are both, or for another page. */
function aboutPages({ content: { pages } }: SiteContext, page: StandingPage): StandingPage[] {
  const { about, aboutInEnglish } = standingPageSlugs;
  const both = pages.filter(({ slug, lang }) => (lang === 'en' ? slug === aboutInEnglish : slug === about));
  return both.length === 2 && both.includes(page) ? both : [];
}

function translations(context: SiteContext, page: StandingPage): Pick<StandingPageProps, 'translations'> {
  const inLanguages = aboutPages(context, page).filter(({ draft }) => !draft);
  if (inLanguages.length < 2) return {};
  return {
    translations: inLanguages.map(({ slug, lang }) => ({
      lang,
      url: absoluteUrl(context, standingPageAddress(slug)),
    })),
  };
}

const languageNames = { vi: 'tiếng Việt', en: 'English' };

/** What follows the text of the page about the organisation: its directories, and the page in the other language. */
function seeAlso(context: SiteContext, page: StandingPage): StandingPageProps['seeAlso'] {
  const directories = page.slug === standingPageSlugs.about ? directoriesOf(context.content) : [];
  return [
    ...directories.map(({ title, address }) => ({ text: title, href: siteHref(context, address) })),
    ...aboutPages(context, page)
      .filter((other) => other !== page)
      .map(({ title, slug, lang }) => ({
        text: `${title} (${languageNames[lang]})`,
        href: siteHref(context, standingPageAddress(slug)),
        lang,
      })),
  ];
}

function contactFacts({ content }: SiteContext): Pick<StandingPageProps, 'contact'> {
  const { openingHours, map, zalo, facebook } = content.organisation;
  return openingHours.length > 0 || map || zalo || facebook ? { contact: { openingHours, ...(map && { map }) } } : {};
}
