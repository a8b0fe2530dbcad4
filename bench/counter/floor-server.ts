import { createServer } from 'node:http';

// The least a Node server can do with a hit: read it and answer a constant.
const answer = Buffer.from(
  JSON.stringify({ total: 1_234_567, today: 1234, path: '/bai-viet/tin-so-100/', views: 123, counted: true }),
);
const headers = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Content-Length': answer.length,
};

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, headers);
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  if (typeof bound === 'object' && bound) console.log(`http://127.0.0.1:${bound.port}/`);
});
