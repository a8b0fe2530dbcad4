import { type DeployedJson, deployedFile } from '#site/deployment/deployed-site.ts';
import { SettingsError } from '#site/settings.ts';
import { parseDeployed } from './deployed-build.ts';
import { followAddress } from './follow-address.ts';
import { unseenReason } from './judge-answer.ts';
import { type ClientOptions, SiteClient } from './site-client.ts';
import { accepting, mainVisitors } from './visitors.ts';

/** The site on the web, as it presents itself. */
export interface DeployedOnWeb {
  /** Of the home page, after redirects to https or to another spelling of the host. */
  readonly root: URL;
  /** What it says of its own deployment; undefined if it says nothing. */
  readonly deployed: DeployedJson | undefined;
}

/** Looks for a site on the web. Throws a SettingsError if it cannot be seen at all. */
export async function openDeployedSite(written: string, options: ClientOptions = {}): Promise<DeployedOnWeb> {
  const client = new SiteClient(1, options);
  const [reader] = mainVisitors;
  if (!reader) throw new Error('There is no visitor.');
  const visitor = accepting(reader, 'gzip, deflate, br');
  const given = rootOf(written);
  const ask = async (url: URL) => {
    const answer = await followAddress(client, url, visitor);
    const reason = 'reason' in answer ? answer.reason : 'target' in answer ? undefined : unseenReason(answer);
    if (reason !== undefined) throw new SettingsError(`${url.href}: CHƯA XEM ĐƯỢC, ${reason}. Chưa thể nói là sạch.`);
    return answer;
  };
  try {
    const home = await ask(given);
    // A home page that leads elsewhere is a finding of the comparison.
    const root = 'url' in home ? rootOf(home.url) : given;
    const record = await ask(new URL(deployedFile, root));
    const text = 'status' in record && record.status === 200 ? record.body.toString('utf8') : undefined;
    return { root, deployed: parseDeployed(text) };
  } finally {
    client.close();
  }
}

/** The URL of a home page as people write it, with a slash at its end: "https://vi-du.vn/trang" → "https://vi-du.vn/trang/" */
function rootOf(written: string): URL {
  const url = new URL(written);
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/(?:index\.html)?$/, '').concat('/');
  return url;
}
