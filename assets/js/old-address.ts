import { oldAddressesFolder, oldAddressKeys, oldAddressShard } from '#news/old-address.ts';

async function redirect(notice: HTMLElement): Promise<void> {
  const { base = '', shards } = notice.dataset;
  for (const key of oldAddressKeys(location.pathname.slice(base.length), location.search)) {
    // The empty key is the home page, which never moved.
    if (key === '') continue;
    const shard = await fetch(`${base}${oldAddressesFolder}${oldAddressShard(key, Number(shards))}.json`);
    const target: string | undefined = shard.ok ? (await shard.json())[key] : undefined;
    if (target === undefined) continue;
    for (const link of notice.querySelectorAll('a')) link.href = target;
    notice.hidden = false;
    location.replace(target + location.hash);
    return;
  }
}

const notice = document.getElementById('da-chuyen');
// If the table cannot be read, the page stays as it is.
if (notice) redirect(notice).catch(() => {});
