import { oldAddressesFolder, oldAddressKeys, shardOf } from '#news/old-address.ts';

async function sendOn(notice: HTMLElement): Promise<void> {
  const { base = '', shards } = notice.dataset;
  for (const key of oldAddressKeys(location.pathname.slice(base.length), location.search)) {
    // The home page itself was never at another address.
    if (key === '') continue;
    const part = await fetch(`${base}${oldAddressesFolder}${shardOf(key, Number(shards))}.json`);
    const to: string | undefined = part.ok ? (await part.json())[key] : undefined;
    if (to === undefined) continue;
    for (const link of notice.querySelectorAll('a')) link.href = to;
    notice.hidden = false;
    location.replace(to + location.hash);
    return;
  }
}

const notice = document.getElementById('da-chuyen');
// Where the table cannot be read the page stays as it is.
if (notice) sendOn(notice).catch(() => {});
