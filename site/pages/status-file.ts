import { articleAddress, documentAddress, eventAddress, questionAddress } from '#news/address.ts';
import { type Page, unindexedPage } from './page.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';

/** The items of one kind that are public, newest first. */
interface PublicItems {
  readonly items: readonly { readonly slug: string; readonly date: Date }[];
  readonly address: (slug: string) => string;
}

/**
 * What is public, for operators and monitoring, as JSON: how many items of each kind, and the newest one. It says nothing
 * of drafts and scheduled items, and the same content makes the same bytes.
 */
export function statusFile(context: SiteContext): Page<string> {
  const { listed, withdrawn } = context.content;
  const count = ({ items, address }: PublicItems) => {
    const [newest] = items;
    return {
      count: items.length,
      ...(newest && { newest: { url: absoluteUrl(context, address(newest.slug)), date: newest.date } }),
    };
  };
  return unindexedPage('/trang-thai.json', 'trang-thai.json', () => {
    const answers = listed.questions.map(({ slug, answer }) => ({ slug, date: answer.date }));
    const status = {
      articles: count({ items: listed.articles, address: articleAddress }),
      answeredQuestions: count({ items: answers, address: questionAddress }),
      documents: count({ items: listed.documents, address: documentAddress }),
      events: count({ items: listed.events, address: eventAddress }),
      withdrawnArticles: { count: withdrawn.length },
    };
    return `${JSON.stringify(status, null, 2)}\n`;
  });
}
