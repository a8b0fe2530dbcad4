import { z } from 'zod';

/** How the value of a field is chosen or typed. */
export type FieldKind =
  | 'line'
  | 'paragraph'
  | 'instant'
  | 'flag'
  | 'choice'
  | 'author'
  | 'category'
  | 'picture'
  | 'file'
  | 'id'
  | 'list'
  | 'object';

/** What messages and forms say of a field. */
export interface FieldDescription {
  /** In Vietnamese, with the key: "tiêu đề (title)" */
  readonly name: string;
  /** The line that messages offer: "title: Tiêu đề bài" */
  readonly example: string;
  readonly kind: FieldKind;
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
}

const descriptions = z.registry<FieldDescription>();

/** The schema, described. What is derived from it by checks or a transform has the same description. */
export function described<Schema extends z.ZodType>(schema: Schema, description: FieldDescription): Schema {
  return descriptions.add(schema, description) && schema;
}

/** The schema of a field with another kind than that of its function. */
export function ofKind<Schema extends z.ZodType>(kind: FieldKind, schema: Schema): Schema {
  const description = fieldDescription(schema);
  return description ? described(schema, { ...description, kind }) : schema;
}

/** The description of a field; undefined for a schema that was not made by a function of field.ts. */
export function fieldDescription(schema: z.core.$ZodType): FieldDescription | undefined {
  const known = descriptions.get(schema as z.ZodType);
  if (known) return known;
  if (schema instanceof z.ZodPipe) return fieldDescription(schema.in);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? fieldDescription(schema.unwrap())
    : undefined;
}

/** The name of a field without its key, as the label of a form: "Tiêu đề" */
export function fieldLabel({ name }: FieldDescription): string {
  return name.replace(/ \(\w+\)$/, '').replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
