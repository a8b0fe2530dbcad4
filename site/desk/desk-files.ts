import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DeskData } from '#desk/desk-data.ts';
import type { SiteFrame } from '#layouts/frame-props.ts';
import { deskAddress } from '#news/address.ts';
import type { ContentKind } from '#news/content-kind.ts';
import type { Content } from '#news/visible-content.ts';
import type { StaticFile } from '#site/assets/static-file.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { programVersion } from '#site/cache/program-version.ts';
import { writableFolder } from '#site/cache/writable-folder.ts';
import { knownNames } from '#site/import/known-names.ts';
import { listFiles } from '#site/read/read-lists.ts';
import { displayPath } from '#site/read/source-file.ts';
import { projectRoot, type Settings } from '#site/settings.ts';
import { bundleDesk } from './bundle-desk.ts';
import { cmsConfig, type DeskTarget } from './cms-config.ts';
import { deskPage } from './desk-page.ts';
import { installCms } from './install-cms.ts';

/** The files of the desk whose content depends on the site: the page and the data. */
export function deskDocuments(
  content: Pick<Content, 'organisation' | 'authors' | 'categories' | ContentKind>,
  frame: SiteFrame,
  { contentDir, origin, base, hasPublicUrl, hasLocalDesk }: Settings,
): StaticFile[] {
  const { organisation, authors, categories } = content;
  const target: DeskTarget = {
    ...(organisation.desk && { desk: organisation.desk }),
    ...(hasLocalDesk && { localFolder: basename(projectRoot).replace(/[^\w.-]/g, '-') }),
  };
  const names = {
    authors: authors.map(({ name }) => name),
    categories: categories.map(({ name }) => name),
  };
  const pathsOf = (kind: ContentKind) =>
    content[kind].map(({ path }) => path.slice(`${displayPath(contentDir)}/${kind}/`.length));
  const paths = {
    ...{ articles: pathsOf('articles'), questions: pathsOf('questions'), documents: pathsOf('documents') },
    ...{ events: pathsOf('events'), pages: pathsOf('pages') },
  };
  const data: DeskData = {
    config: cmsConfig(target, { name: organisation.shortName, logo: frame.icon.href, paths, ...names }),
    isLocal: hasLocalDesk,
    lists: Object.fromEntries(listFiles.flatMap((name) => listText(join(contentDir, name)))),
    names: knownNames(organisation, authors),
    frame,
    settings: { origin, base, hasPublicUrl },
  };
  return [
    { address: `${deskAddress}index.html`, source: 'site/desk/', bytes: deskPage(target) },
    { address: `${deskAddress}desk.json`, source: 'content/*.yaml', bytes: JSON.stringify(data) },
  ];
}

function listText(file: string): [string, string][] {
  try {
    return [[`content/${basename(file)}`, readFileSync(file, 'utf8')]];
  } catch {
    // Some lists are optional.
    return [];
  }
}

/** The scripts, fonts and decoders of the desk, which are made when they are missing. Throws a SettingsError. */
export async function deskScripts(
  { cacheDir }: Pick<Settings, 'cacheDir'>,
  tell: (message: string) => void,
): Promise<(StaticFile & { readonly from: string })[]> {
  const parent = writableFolder(join(projectRoot, '.cache', 'desk'), join(cacheDir, 'desk'));
  const { code, packages } = programVersion();
  const cms = await installCms(parent, tell);
  const folder = await bundleDesk(parent, cms, `${code.slice(0, 16)}-${packages.slice(0, 8)}-${basename(cms)}`);
  return [...filesIn(folder)].map((name) => ({
    ...{ address: deskAddress + name, source: 'desk/', key: `${basename(folder)}/${name}` },
    from: join(folder, name),
  }));
}
