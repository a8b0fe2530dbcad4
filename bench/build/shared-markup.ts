import { frame } from '#layouts/frame.ts';
import { html } from '#layouts/html.ts';
import { inlineAssets } from '#site/assets/assets.ts';
import { checkContent } from '#site/check/check-content.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import type { Settings } from '#site/settings.ts';

/** Markup shared by all our pages, for the other programs: policy, style and scripts; masthead; sidebar and footer. */
export interface SharedMarkup {
  readonly head: string;
  readonly top: string;
  readonly bottom: string;
}

/** The shared markup of the pages of a content folder. */
export async function sharedMarkup(settings: Settings): Promise<SharedMarkup> {
  const { site } = await checkContent(settings);
  if (!site) throw new Error('The content cannot be read.');
  const { hiddenAddresses, context } = site;
  const { organisation } = context.content;
  const frameOfSite = siteFrame(context.content, hiddenAddresses, settings, {
    ...(await inlineAssets(organisation, settings.base)),
    logo: undefined,
  });
  const page = frame(
    {
      site: frameOfSite,
      title: '',
      description: '',
      canonical: '',
      breadcrumbLinks: [],
      structuredData: [],
      kind: 'page',
    },
    // The style is that of an article.
    html`<main-content><article class="article"></article>`,
  );
  const extract = (pattern: RegExp) => {
    const [match] = pattern.exec(page) ?? [];
    if (!match) throw new Error(`The frame holds no ${pattern}.`);
    return match;
  };
  return {
    head:
      extract(/<meta http-equiv="Content-Security-Policy".*\n/) +
      extract(/<link rel="alternate"[\s\S]*?(?=<meta property="og:)/) +
      extract(/<script type="application\/ld\+json">[\s\S]*(?=<\/head>)/),
    top: extract(/<body>[\s\S]*(?=<main-content>)/).replace('<body>\n', ''),
    bottom: extract(/(?<=<main-content><article class="article"><\/article>)[\s\S]*(?=<\/body>)/),
  };
}
