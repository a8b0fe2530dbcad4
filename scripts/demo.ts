import { join } from 'node:path';
import { root } from '#site/settings.ts';

// The fixture newsroom, plainly fictitious and marked so on every page, served as a site of many articles.
process.env['CONTENT_DIR'] = join(root, 'tests', 'fixtures', 'newsroom');
process.env['OUTPUT_DIR'] ??= '.cache/demo';
process.env['PREVIEW'] ??= '0';
await import('./start.ts');
