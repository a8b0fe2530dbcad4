import { listField, textField } from './field.ts';
import { ruleMessage } from './rule.ts';

/** A link that was written with its domain; line and column in the file, counted from 1. */
export interface WebLink {
  readonly href: string;
  /** In ASCII, without "www.": "vusta.vn" */
  readonly domain: string;
  readonly line: number;
  readonly column: number;
}

const example = 'vusta.vn';

/** The schema of content/domains.yaml: the domains that content may link to, with all below them. */
export const pinnedDomainsSchema = listField(
  'danh sách tên miền',
  textField('tên miền', `- ${example}`)
    .refine(
      (written) => /^[^\s/?#@]+$/.test(written) && URL.canParse(`https://${written}`),
      ruleMessage('gia-tri', 'tên miền không có https:// và dấu /', `viết như “- ${example}”`),
    )
    .transform((written) => outgoingDomain(`https://${written}`) ?? written),
);

/** The domain of an http or https URL, without "www."; undefined for any other address. */
export function outgoingDomain(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./, '').replace(/\.$/, '');
}

/** Whether a domain, or one above it, is in a set: "khcn.vusta.vn" is below "vusta.vn". */
export function isPinnedDomain(domain: string, pinned: ReadonlySet<string>): boolean {
  const labels = domain.split('.');
  return labels.some((_, index) => pinned.has(labels.slice(index).join('.')));
}
