import { startPreview } from '#server/preview/start-preview.ts';

// The preview of an editor: drafts and scheduled articles are shown, marked.
await startPreview({
  ...process.env,
  PREVIEW: process.env['PREVIEW'] ?? '1',
  OUTPUT_DIR: process.env['OUTPUT_DIR'] || '.cache/preview',
});
