import { createServer } from 'node:http';

// The minimum work of a Node server for a hit: it reads the request and sends a constant response.
const body = Buffer.from(
  JSON.stringify({ total: 1_234_567, today: 1234, path: '/bai-viet/tin-so-100/', views: 123, counted: true }),
);
const headers = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Content-Length': body.length,
};

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, headers);
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) console.log(`http://127.0.0.1:${address.port}/`);
});
