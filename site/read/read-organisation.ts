import { join } from 'node:path';
import { type Organisation, organisation } from '#news/organisation.ts';
import { checkYaml } from './check-yaml.ts';
import { readSource } from './source-file.ts';

/** The facts of the organisation alone; undefined when they are not right. */
export async function readOrganisation(contentDir: string): Promise<Organisation | undefined> {
  const { path, text } = await readSource(join(contentDir, 'site.yaml'));
  return checkYaml({ path, text, linesBefore: 0 }, organisation).value;
}
