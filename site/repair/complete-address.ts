const topLevelDomains = 'vn|com|org|net|edu|gov|info|me|io';
const domain = new RegExp(`^(?:www\\.[\\w-]|[\\w-]+(?:\\.[\\w-]+)*\\.(?:${topLevelDomains})(?:[/?#]|$))`, 'i');

/** The address that is meant by one whose beginning is missing or misspelled; undefined for all others. */
export function completeAddress(address: string): string | undefined {
  if (/^\/\/[\w-]+\./.test(address)) return `https:${address}`;
  if (/^(?:https?:(?!\/\/)|https?\/\/)/i.test(address)) return address.replace(/^(https?):?\/*/i, '$1://');
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  if (/^(?:\+84|0)[\d .-]{8,14}$/.test(address)) return `tel:${address.replace(/[ .-]/g, '')}`;
  return domain.test(address) ? `https://${address}` : undefined;
}
