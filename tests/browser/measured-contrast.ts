import type { Page } from 'playwright-core';

/** Two colours that must be distinguishable and their contrast ratio (WCAG 2: 1 to 21). */
export interface MeasuredContrast {
  readonly description: string;
  readonly ratio: number;
}

/** The contrast of every text of a page with its background, from computed styles. */
export function textContrasts(page: Page): Promise<MeasuredContrast[]> {
  return measure(page, '*', 'color', true);
}

/** The contrast of one colour of the elements of a selector with the background around them. */
export function edgeContrasts(page: Page, selector: string, property: string): Promise<MeasuredContrast[]> {
  return measure(page, selector, property, false);
}

function measure(page: Page, selector: string, property: string, text: boolean): Promise<MeasuredContrast[]> {
  return page.evaluate(
    ({ selector, property, text }) => {
      const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = (colour: string) => {
        const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const behind = (element: Element | null): string => {
        if (!element) return 'rgb(255, 255, 255)';
        const colour = getComputedStyle(element).backgroundColor;
        const [, , , alpha = 1] = channels(colour);
        return alpha === 1 ? colour : behind(element.parentElement);
      };
      const holdsText = (element: Element) =>
        [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
      return [...document.body.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility() && (!text || holdsText(element)))
        .map((element) => {
          const foreground = getComputedStyle(element).getPropertyValue(property);
          const background = behind(text ? element : element.parentElement);
          const [dark = 0, light = 0] = [luminance(foreground), luminance(background)].sort((a, b) => a - b);
          const description = `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}” ${foreground} on ${background}`;
          return { description, ratio: Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100 };
        });
    },
    { selector, property, text },
  );
}
