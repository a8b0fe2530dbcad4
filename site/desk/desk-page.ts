import { type DeskTarget, deskOrigins } from './cms-config.ts';

/** The policy of the desk: its own scripts, the WebAssembly of picture formats, and the host of the repository. */
function deskPolicy(target: DeskTarget): string {
  const origins = target.desk ? deskOrigins(target.desk) : [];
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ['connect-src', "'self'", 'blob:', 'data:', ...origins].join(' '),
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "frame-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

/** The HTML of the desk, in which desk/desk.ts starts the CMS. */
export function deskPage(target: DeskTarget): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${deskPolicy(target)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Bàn biên tập</title>
<link rel="icon" href="data:,">
</head>
<body${target.localFolder === undefined ? '' : ' class="local-files"'}>
<noscript>Bàn biên tập cần JavaScript: bật lại trong trình duyệt, hoặc viết bài theo docs/bien-tap.md.</noscript>
<script type="module" src="desk.js"></script>
</body>
</html>
`;
}
