import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesGuide } from '#site/guide/rules-guide.ts';
import { projectRoot } from '#site/settings.ts';

// Writes the list of rules into the editors' guide, between its two marker comments.
const guide = join(projectRoot, 'docs', 'bien-tap.md');
const [before = '', , after = ''] = readFileSync(guide, 'utf8').split(
  /(?<=<!-- quy tắc -->\n)(.*)(?=<!-- hết quy tắc -->)/s,
);
writeFileSync(guide, `${before}\n${await rulesGuide()}\n${after}`);
console.log('Xong: docs/bien-tap.md');
