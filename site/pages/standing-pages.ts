import type { StandingPageProps } from '#layouts/standing-page.ts';
import { standingPageAddress } from '#news/address.ts';
import { bodyScripts, renderItemBody } from '#site/body/render-item-body.ts';
import { indexedPage, type Page } from './page.ts';
import { frameProps, type SiteContext } from './site-context.ts';

/** Pages such as "Giới thiệu" and "Liên hệ". */
export function standingPages(context: SiteContext): Page<StandingPageProps>[] {
  const { organisation, pages } = context.content;
  return pages.map(({ slug, path, title, description, body, draft }) => {
    const address = standingPageAddress(slug);
    const props: Page<StandingPageProps>['props'] = (render) => ({
      ...frameProps(
        context,
        render,
        { address, title, description: description ?? `${title} - ${organisation.name}` },
        {
          noindex: draft,
          ...bodyScripts(context, body),
        },
      ),
      ...(draft && { state: 'BẢN NHÁP' }),
      body: renderItemBody(context, render, body, { address }).rest,
    });
    return { ...indexedPage(address, path, props), indexed: !draft, pictures: [...body.pictures.values()] };
  });
}
