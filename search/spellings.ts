import { NumberList } from './number-list.ts';
import type { Word } from './words.ts';

/** Every spelling in a segment, numbered: what it is compared by and how it was written first. */
export class Spellings {
  readonly #known = new Map<string, Map<number, number>>();
  readonly #marks = new NumberList();
  readonly #keys: string[] = [];
  readonly #written: string[] = [];

  /** The number of a word of a text. */
  numberOf({ key, marks, start, end }: Word, text: string): number {
    let ofKey = this.#known.get(key);
    if (!ofKey) {
      ofKey = new Map();
      this.#known.set(key, ofKey);
    }
    const known = ofKey.get(marks);
    if (known !== undefined) return known;
    const number = this.#marks.push(marks);
    ofKey.set(marks, number);
    this.#keys.push(key);
    this.#written.push(text.slice(start, end).toLowerCase());
    return number;
  }

  key(number: number): string {
    return this.#keys[number] ?? '';
  }

  marks(number: number): number {
    return this.#marks.at(number);
  }

  written(number: number): string {
    return this.#written[number] ?? '';
  }
}
