import type { Page } from 'playwright-core';

/** Two colours that must be distinguishable and their contrast ratio (WCAG 2: 1 to 21). */
export interface MeasuredContrast {
  readonly description: string;
  readonly ratio: number;
}

/** How many texts of a page were measured, and those whose contrast with their background is less than `minimum`. */
export interface TextContrasts {
  readonly count: number;
  readonly tooLow: readonly MeasuredContrast[];
}

/** Measures the contrast of every text of a page with its background, from computed styles. */
export function textContrasts(page: Page, minimum: number): Promise<TextContrasts> {
  return measure(page, { selector: '*', property: 'color', text: true, minimum });
}

/** The contrast of one colour of the elements of a selector with the background around them. */
export async function edgeContrasts(
  page: Page,
  selector: string,
  property: string,
): Promise<readonly MeasuredContrast[]> {
  const { tooLow } = await measure(page, { selector, property, text: false, minimum: Number.POSITIVE_INFINITY });
  return tooLow;
}

interface Measurement {
  readonly selector: string;
  readonly property: string;
  /** Whether only elements with a text of their own are measured. */
  readonly text: boolean;
  readonly minimum: number;
}

function measure(page: Page, measurement: Measurement): Promise<TextContrasts> {
  return page.evaluate(({ selector, property, text, minimum }) => {
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
    const measured = [...document.body.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility() && (!text || holdsText(element)))
      .map((element) => {
        const foreground = getComputedStyle(element).getPropertyValue(property);
        const background = behind(text ? element : element.parentElement);
        const [dark = 0, light = 0] = [luminance(foreground), luminance(background)].sort((a, b) => a - b);
        const description = `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}” ${foreground} on ${background}`;
        return { description, ratio: Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100 };
      });
    // Hundreds of texts for each page would take longer to pass on than to measure.
    return { count: measured.length, tooLow: measured.filter(({ ratio }) => ratio < minimum) };
  }, measurement);
}
