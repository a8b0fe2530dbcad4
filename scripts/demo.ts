import { join } from 'node:path';
import { startPreview } from '#server/preview/start-preview.ts';
import { projectRoot } from '#site/settings.ts';

// The fixture newsroom, fictitious and marked so on every page, served as a site of many articles.
await startPreview({
  ...process.env,
  CONTENT_DIR: join(projectRoot, 'tests', 'fixtures', 'newsroom'),
  OUTPUT_DIR: process.env['OUTPUT_DIR'] ?? '.cache/demo',
  PREVIEW: process.env['PREVIEW'] ?? '0',
});
