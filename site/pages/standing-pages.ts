import type { StandingPageProps } from '#layouts/standing-page.ts';
import { standingPageAddress } from '#news/address.ts';
import { bodyScripts, printBody } from '#site/body/print-body.ts';
import { type Desk, framed } from './desk.ts';
import { type Page, page } from './page.ts';

/** Giới thiệu, Liên hệ and their like. */
export function standingPages(desk: Desk): Page<StandingPageProps>[] {
  const { organisation, pages } = desk.newsroom;
  return pages.map(({ slug, path, title, description, body, draft }) => {
    const address = standingPageAddress(slug);
    const show: Page<StandingPageProps>['props'] = (materials) => ({
      ...framed(desk, materials, address, title, description ?? `${title} - ${organisation.name}`, {
        noindex: draft,
        ...bodyScripts(desk, body),
      }),
      ...(draft && { state: 'BẢN NHÁP' }),
      body: printBody(desk, materials, body, { address }).rest,
    });
    return { ...page(address, path, show), indexed: !draft, pictures: [...body.pictures.values()] };
  });
}
