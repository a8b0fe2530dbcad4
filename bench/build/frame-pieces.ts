import { frame } from '#layouts/frame.ts';
import { html } from '#layouts/html.ts';
import { choicesScript } from '#site/assets/assets.ts';
import { policy, policyText } from '#site/assets/headers.ts';
import { stylesheet } from '#site/assets/stylesheet.ts';
import { checkContent } from '#site/check/check-content.ts';
import { siteFrame } from '#site/pages/site-frame.ts';
import type { Settings } from '#site/settings.ts';

/** What every page of ours holds word for word, for other programs to print too: policy, style and scripts; masthead; sidebar and footer. */
export interface FramePieces {
  readonly head: string;
  readonly top: string;
  readonly bottom: string;
}

/** The pieces of a content folder's pages. */
export async function framePieces(settings: Settings): Promise<FramePieces> {
  const { site: checked } = await checkContent(settings);
  if (!checked) throw new Error('The content cannot be read.');
  const { newsroom, hidden } = checked.desk;
  const [css, script] = await Promise.all([stylesheet(settings.base), choicesScript()]);
  const csp = policyText(policy(css, script), 'meta');
  const site = siteFrame(newsroom, hidden, settings, { css, choicesScript: script, csp });
  const page = frame(
    { site, title: '', description: '', canonical: '', trail: [], things: [], kind: 'page' },
    html`<main-content>`,
  );
  const piece = (pattern: RegExp) => {
    const [found] = pattern.exec(page) ?? [];
    if (!found) throw new Error(`The frame holds no ${pattern}.`);
    return found;
  };
  return {
    head:
      piece(/<meta http-equiv="Content-Security-Policy".*\n/) +
      piece(/<link rel="alternate"[\s\S]*?(?=<meta property="og:)/) +
      piece(/<script type="application\/ld\+json">[\s\S]*(?=<\/head>)/),
    top: piece(/<body>[\s\S]*(?=<main-content>)/).replace('<body>\n', ''),
    bottom: piece(/(?<=<main-content>)[\s\S]*(?=<\/body>)/),
  };
}
