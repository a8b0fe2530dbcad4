// Stands in pages of npm start alone: loads the page again when it is another one than it was. A page that nobody looks at
// does not ask: of all that are open in one browser only six may.
const changesAddress = '/.xem-thu/thay-doi';
const { since = '', file = '' } = document.querySelector<HTMLElement>('script[data-since]')?.dataset ?? {};
let changes: EventSource | undefined;

function ask(): void {
  changes?.close();
  if (document.hidden) return;
  changes = new EventSource(`${changesAddress}?${new URLSearchParams({ page: location.pathname, file, since })}`);
  changes.addEventListener('message', () => location.reload());
}

document.addEventListener('visibilitychange', ask);
ask();
