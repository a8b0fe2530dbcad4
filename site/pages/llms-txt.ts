import {
  archiveAddress,
  categoryAddress,
  feedAddress,
  homeAddress,
  newsSitemapAddress,
  questionsAddress,
  sitemapAddress,
  standingPageAddress,
} from '#news/address.ts';
import { listTitle } from '#news/list-title.ts';
import { directoriesOf } from './directory-pages.ts';
import { type Page, unindexedPage } from './page.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';

/** A summary of the site and links to its sections for language models, as Markdown (llmstxt.org). */
export function llmsTxt(context: SiteContext): Page<string> {
  const { organisation, categories, pages } = context.content;
  const { name, description, address, telephones, fax, email } = organisation;
  const item = (title: string, itemAddress: string, note?: string) =>
    `- [${singleLine(title).replace(/[[\]]/g, '')}](${absoluteUrl(context, itemAddress)})${note ? `: ${singleLine(note)}` : ''}\n`;
  const about = [
    ...pages.map((page) => item(page.title, standingPageAddress(page.slug), page.description)),
    ...directoriesOf(context.content).map((directory) => item(directory.title, directory.address)),
  ].join('');
  return unindexedPage(
    '/llms.txt',
    'llms.txt',
    () => `# ${singleLine(name)}

> ${singleLine(description)}

Trang tin tiếng Việt. Trang chủ: ${absoluteUrl(context, homeAddress)}

## Chuyên mục

${categories.map((category) => item(category.name, categoryAddress(category.slug), category.description)).join('')}${item(listTitle.questions, questionsAddress())}${item('Lưu trữ theo tháng', archiveAddress)}
${about ? `## Giới thiệu và liên hệ\n\n${about}\n` : ''}## Nguồn tin

${item('Nguồn tin RSS', feedAddress('rss'), 'các bài mới, toàn văn')}${item('Sơ đồ trang', sitemapAddress, 'mọi trang')}${item('Sơ đồ tin mới', newsSitemapAddress, 'các bài trong 48 giờ qua')}
## Liên hệ

- Địa chỉ: ${singleLine(address)}
${telephones.length > 0 ? `- Điện thoại: ${telephones.map(({ text }) => text).join(', ')}\n` : ''}${fax ? `- Fax: ${fax}\n` : ''}${email ? `- Email: ${email}\n` : ''}`,
  );
}

function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
