/** Names below which a country sells domains, most of them in use in Vietnam and its neighbours: com.vn, gov.vn, co.uk. */
const secondLevel =
  /^(?:com?|net|org?|edu|gov|ac|go|gob|gouv|mil|int|info|biz|name|pro|health|ne|id|io|ai|gr|sch|web|nom|asso|ltd|plc|school)$/;

/** The part of a host name that its owner registered: "khcn.thaibinh.gov.vn" → "thaibinh.gov.vn"; an IP address as it is. */
export function registrableDomain(hostname: string): string {
  if (/^[\d.]+$|:/.test(hostname)) return hostname;
  const labels = hostname.replace(/\.$/, '').split('.');
  const [country = '', second = ''] = labels.toReversed();
  return labels.slice(country.length === 2 && secondLevel.test(second) ? -3 : -2).join('.');
}
