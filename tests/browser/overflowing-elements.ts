/**
 * Elements that overflow the page to the right, as the start of their HTML; runs in a page. Tables are excluded, since
 * they scroll in their own box.
 */
export function overflowingElements(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .filter((element) => element.checkVisibility() && !element.closest('table, .skip-link'))
    .map((element) => element.outerHTML.slice(0, 80));
}
