import type { StandingPageProps } from '#layouts/standing-page.ts';
import { standingPageAddress } from '#news/address.ts';
import { bodyScripts, printBody } from '#site/body/print-body.ts';
import { type Desk, framed } from './desk.ts';
import { type Page, page } from './page.ts';

/** Pages such as "Giới thiệu" and "Liên hệ". */
export function standingPages(context: Desk): Page<StandingPageProps>[] {
  const { organisation, pages } = context.newsroom;
  return pages.map(({ slug, path, title, description, body, draft }) => {
    const address = standingPageAddress(slug);
    const props: Page<StandingPageProps>['props'] = (render) => ({
      ...framed(context, render, address, title, description ?? `${title} - ${organisation.name}`, {
        noindex: draft,
        ...bodyScripts(context, body),
      }),
      ...(draft && { state: 'BẢN NHÁP' }),
      body: printBody(context, render, body, { address }).rest,
    });
    return { ...page(address, path, props), indexed: !draft, pictures: [...body.pictures.values()] };
  });
}
