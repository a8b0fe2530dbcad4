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
import { absolute, type Desk } from './desk.ts';
import { type Page, unindexed } from './page.ts';

/** What the site is and where its things are, for language models (llmstxt.org): Markdown, of the organisation's own words. */
export function llms(desk: Desk): Page<string> {
  const { organisation, categories, pages } = desk.newsroom;
  const { name, description, address, telephones, fax, email } = organisation;
  const item = (title: string, to: string, told?: string) =>
    `- [${words(title).replace(/[[\]]/g, '')}](${absolute(desk, to)})${told ? `: ${words(told)}` : ''}\n`;
  return unindexed(
    '/llms.txt',
    'llms.txt',
    () => `# ${words(name)}

> ${words(description)}

Trang tin tiếng Việt. Trang chủ: ${absolute(desk, homeAddress)}

## Chuyên mục

${categories.map((each) => item(each.name, categoryAddress(each.slug), each.description)).join('')}${item(listTitle.questions, questionsAddress())}${item('Lưu trữ theo tháng', archiveAddress)}
${pages.length > 0 ? `## Giới thiệu và liên hệ\n\n${pages.map((each) => item(each.title, standingPageAddress(each.slug), each.description)).join('')}\n` : ''}## Nguồn tin

${item('Nguồn tin RSS', feedAddress('rss'), 'các bài mới, toàn văn')}${item('Sơ đồ trang', sitemapAddress, 'mọi trang')}${item('Sơ đồ tin mới', newsSitemapAddress, 'các bài trong 48 giờ qua')}
## Liên hệ

- Địa chỉ: ${words(address)}
${telephones.length > 0 ? `- Điện thoại: ${telephones.map(({ text }) => text).join(', ')}\n` : ''}${fax ? `- Fax: ${fax}\n` : ''}${email ? `- Email: ${email}\n` : ''}`,
  );
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
