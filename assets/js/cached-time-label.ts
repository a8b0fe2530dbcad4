/** The time of caching in the reader's time zone: "08:05, Thứ Hai, 23/11/2026". */
export function cachedTimeLabel(cachedAt: number): string {
  const date = new Date(cachedAt);
  const time = date.toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit' });
  const day = date.toLocaleDateString('vi', { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${time}, ${day}`;
}
