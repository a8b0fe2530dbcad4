import { says } from '#news/rule.ts';
import { headingIds, type Token } from '#site/markdown/markdown.ts';
import type { BodyFault, BodyPlace } from './body-fault.ts';

/** Links into the body itself that lead to no heading of it. */
export function anchorFaults(
  links: readonly (BodyPlace & { readonly href: string })[],
  tokens: readonly Token[],
): BodyFault[] {
  const inside = links.filter(({ href }) => href.startsWith('#'));
  const ids = inside.length > 0 ? new Set(headingIds(tokens).values()) : new Set<string>();
  return inside
    .filter(({ href }) => !ids.has(href.slice(1)))
    .map(({ href, ...place }) => ({
      ...place,
      message: says(
        'lien-ket',
        `liên kết “${href}” không dẫn tới đề mục nào trong bài`,
        ids.size > 0 ? `dùng một trong: ${[...ids].map((id) => `#${id}`).join(', ')}` : 'bỏ liên kết này',
      ),
    }));
}
