import { join } from 'node:path';
import { type Organisation, organisationSchema } from '#news/organisation.ts';
import { checkYaml } from './check-yaml.ts';
import { readSource } from './source-file.ts';

/** The organisation from site.yaml; undefined if the file is invalid. */
export async function readOrganisation(contentDir: string): Promise<Organisation | undefined> {
  const { path, text } = await readSource(join(contentDir, 'site.yaml'));
  return checkYaml({ path, text, linesBefore: 0, start: 0 }, organisationSchema).value;
}
