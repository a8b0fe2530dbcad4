/** Around the label of a numbered paragraph, in the text that the converter is given: no document has them. */
export const labelMarks = ['\uE000', '\uE001'] as const;
