import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { abbreviationsSchema } from '#news/abbreviation.ts';
import { authorsSchema } from '#news/author.ts';
import { categoriesSchema } from '#news/category.ts';
import { pinnedDomainsSchema } from '#news/domain.ts';
import { knownWordsSchema } from '#news/known-words.ts';
import { leadershipSchema } from '#news/leader.ts';
import { membersSchema } from '#news/member.ts';
import { organisationSchema } from '#news/organisation.ts';
import { pinnedTagsSchema } from '#news/tags.ts';
import type { Content } from '#news/visible-content.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { type Finding, finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import { checkYaml } from './check-yaml.ts';
import { readLeadership } from './read-leadership.ts';
import { readOrganisation } from './read-organisation.ts';
import { displayPath, readSource } from './source-file.ts';
import { findSuppressions, type Suppression } from './suppression.ts';

/** The parts of content that are lists of their own. */
type ListName =
  | 'organisation'
  | 'authors'
  | 'categories'
  | 'pinnedTags'
  | 'knownWords'
  | 'abbreviations'
  | 'pinnedDomains'
  | 'members'
  | 'leadership';

/** The list files of content/, and the findings in them. */
export interface ReadLists {
  /** Undefined where a file is missing or invalid. */
  readonly lists: { readonly [Name in ListName]: Content[Name] | undefined };
  /** The location of a menu entry in site.yaml. */
  readonly locateMenuEntry: (index: number) => SourceLocation;
  readonly suppressions: readonly Suppression[];
  readonly findings: readonly Finding[];
}

/** The names of the list files. */
export const listFiles = [
  ...['site.yaml', 'authors.yaml', 'categories.yaml'],
  ...['tags.yaml', 'words.yaml', 'abbreviations.yaml', 'domains.yaml'],
  ...['members.yaml', 'leadership.yaml'],
];

/** Reads and checks the list files of a content folder. */
export function readLists(contentDir: string, cache: Pick<BuildCache, 'reuse'>): ReadLists {
  const suppressions: Suppression[] = [];
  const findings: Finding[] = [];
  const read = <Schema extends z.ZodType>(name: string, schema: Schema, isOptional = false) => {
    const list = readList(join(contentDir, name), schema, isOptional);
    suppressions.push(...list.suppressions);
    findings.push(...list.findings);
    // Equal lists are the same object, so that results derived from them can be reused.
    return { ...list, value: cache.reuse(`list ${name}`, [dataHash(list.value)], () => list.value) };
  };
  const site = read('site.yaml', organisationSchema);
  const { organisation, findings: siteFindings = [] } = site.value ? readOrganisation(site, site.value) : {};
  findings.push(...siteFindings);
  const written = read('leadership.yaml', leadershipSchema, true);
  const { leaders, findings: portraitFindings } = readLeadership(written, written.value ?? []);
  findings.push(...portraitFindings);
  return {
    suppressions,
    findings,
    lists: {
      organisation: organisation && cache.reuse('organisation', [dataHash(organisation)], () => organisation),
      authors: read('authors.yaml', authorsSchema).value,
      categories: read('categories.yaml', categoriesSchema).value,
      pinnedTags: read('tags.yaml', pinnedTagsSchema, true).value,
      knownWords: read('words.yaml', knownWordsSchema, true).value,
      abbreviations: read('abbreviations.yaml', abbreviationsSchema, true).value,
      pinnedDomains: read('domains.yaml', pinnedDomainsSchema, true).value,
      members: read('members.yaml', membersSchema, true).value,
      leadership: written.value && cache.reuse('leadership', [dataHash(leaders)], () => leaders),
    },
    locateMenuEntry: (index) => site.locate(['menu', index, 'address']),
  };
}

function readList<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  isOptional: boolean,
): {
  file: string;
  value?: z.output<Schema>;
  /** The normalised text of the file. */
  readText: () => string;
  locate: (keys: readonly PropertyKey[]) => SourceLocation;
  suppressions: readonly Suppression[];
  findings: readonly Finding[];
} {
  const path = displayPath(file);
  const unreadable = { file, readText: () => '', locate: () => startOfFile(path), suppressions: [], findings: [] };
  if (!existsSync(file)) {
    if (isOptional) return { ...unreadable, value: schema.parse([]) };
    const wrong = `thiếu tệp ${basename(file)}`;
    return { ...unreadable, findings: [finding(startOfFile(path), 'thieu-tep', wrong, 'tạo lại tệp này như trước')] };
  }
  const { text, findings } = readSource(file);
  if (findings.some(({ level }) => level === 'error')) return { ...unreadable, findings };
  const { value, findings: yamlFindings, locate } = checkYaml({ path, text, linesBefore: 0, start: 0 }, schema);
  return {
    ...(value !== undefined && { value }),
    ...{ file, readText: () => text, locate },
    suppressions: findSuppressions(path, text),
    findings: [...findings, ...yamlFindings],
  };
}
