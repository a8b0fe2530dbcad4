import { ruleMessage } from '#news/rule.ts';
import { headingIds, type Token } from '#site/markdown/markdown.ts';
import type { BodyFault, BodyPlace } from './body-fault.ts';

/** Findings for links to a heading that the body does not have. */
export function anchorFaults(
  links: readonly (BodyPlace & { readonly href: string })[],
  tokens: readonly Token[],
): BodyFault[] {
  const anchorLinks = links.filter(({ href }) => href.startsWith('#'));
  const ids = anchorLinks.length > 0 ? new Set(headingIds(tokens).values()) : new Set<string>();
  return anchorLinks
    .filter(({ href }) => !ids.has(href.slice(1)))
    .map(({ href, ...position }) => ({
      ...position,
      message: ruleMessage(
        'lien-ket',
        `liên kết “${href}” không dẫn tới đề mục nào trong bài`,
        ids.size > 0 ? `dùng một trong: ${[...ids].map((id) => `#${id}`).join(', ')}` : 'bỏ liên kết này',
      ),
    }));
}
