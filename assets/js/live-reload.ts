// Only in pages of npm start: reloads the page when it has changed. Hidden pages close their connection: a browser allows
// only six for each host.
const changesAddress = '/.xem-thu/thay-doi';
const { since = '', file = '' } = document.querySelector<HTMLElement>('script[data-since]')?.dataset ?? {};
let changes: EventSource | undefined;

function connect(): void {
  changes?.close();
  if (document.hidden) return;
  changes = new EventSource(`${changesAddress}?${new URLSearchParams({ page: location.pathname, file, since })}`);
  changes.addEventListener('message', () => location.reload());
}

document.addEventListener('visibilitychange', connect);
connect();
