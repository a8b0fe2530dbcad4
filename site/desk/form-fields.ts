import type { z } from 'zod';
import { statusKey, statusKeys } from '#desk/entry/status.ts';
import type { ContentKind } from '#news/content-kind.ts';
import { type FieldDescription, fieldDescription, fieldLabel } from '#news/field-description.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';

/** A field of a form of the CMS. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly [option: string]: unknown;
}

/** The names that a form offers. */
export interface FormLists {
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

/** Keys that no form shows: the desk writes them itself. */
const hiddenKeys: readonly string[] = ['id'];

/** What a form asks first, in this order; the other keys follow in the order of the schema. */
const firstKeys = ['title', 'date', 'author', 'category', 'number', 'type', 'issued', 'issuer', 'from', 'to', 'place'];

/** The fields of the form of a kind, made from its schema. Throws an Error for a key that no widget can show. */
export function formFields(kind: ContentKind, lists: FormLists, body: FormField): FormField[] {
  const { shape } = frontMatterSchemas[kind];
  const keys = Object.keys(shape).filter(
    (key) => !hiddenKeys.includes(key) && !(statusKeys as readonly string[]).includes(key),
  );
  const field = (key: string) => formField(key, (shape as Readonly<Record<string, z.ZodType>>)[key], lists);
  const first = firstKeys.filter((key) => keys.includes(key));
  return [
    {
      ...{ name: statusKey, label: 'Tình trạng', widget: 'status', required: false },
      withdrawable: 'withdrawn' in shape,
    },
    ...first.map(field),
    body,
    ...keys.filter((key) => !first.includes(key)).map(field),
  ];
}

function formField(key: string, schema: z.ZodType | undefined, lists: FormLists): FormField {
  const description = schema && fieldDescription(schema);
  if (!schema || !description) throw new Error(`The field ${key} has no description.`);
  return {
    ...{ name: key, label: fieldLabel(description), required: !schema.safeParse(undefined).success },
    ...widgetOf(schema, description, lists),
  };
}

function widgetOf(
  schema: z.ZodType,
  description: FieldDescription,
  { authors, categories }: FormLists,
): Pick<FormField, 'widget'> & Partial<FormField> {
  const { kind, choices = [] } = description;
  switch (kind) {
    case 'line':
      return { widget: 'string', ...hint(description) };
    case 'paragraph':
      return { widget: 'text', ...hint(description) };
    case 'instant':
      return { widget: 'moment' };
    case 'flag':
      return select([
        { label: 'Có', value: 'true' },
        { label: 'Không', value: 'false' },
      ]);
    case 'choice':
      return select(choices);
    case 'author':
      return select(authors);
    case 'category':
      return select(categories);
    case 'picture':
      return { widget: 'image', choose_url: false };
    case 'file':
      return { widget: 'file', choose_url: false };
    case 'list':
      return listWidget(schema, { authors, categories });
    default:
      throw new Error(`A form has no widget for ${description.name}, which is of kind ${kind}.`);
  }
}

/** A choice; where there is only one, it is made. */
function select(options: readonly unknown[]): Pick<FormField, 'widget'> & Partial<FormField> {
  return { widget: 'select', options, ...(options.length === 1 && { default: options[0] }) };
}

/** The example without its key, unless it is a sample to be completed, or says the label again. */
function hint(description: FieldDescription): Pick<FormField, 'hint'> {
  const value = description.example.replace(/^[^:]*: |^ *- /, '').replace(/^"(.*)"$/, '$1');
  const saysNothing = value.includes('…') || value.toLowerCase().startsWith(fieldLabel(description).toLowerCase());
  return saysNothing ? {} : { hint: `Ví dụ: ${value}` };
}

function listWidget(schema: z.ZodType, lists: FormLists): Pick<FormField, 'widget'> & Partial<FormField> {
  const item = itemOf(schema);
  const shape: Readonly<Record<string, z.ZodType>> | undefined =
    item && 'shape' in item ? Object(item.shape) : undefined;
  if (shape)
    return {
      widget: 'list',
      fields: Object.entries(shape).map(([key, field]) => formField(key, field, lists)),
      collapsed: false,
    };
  const description = item && fieldDescription(item);
  if (!item || !description) throw new Error('A list has items without a description.');
  const field = { name: 'item', label: fieldLabel(description), widget: 'string', required: false };
  return { widget: 'list', field, ...hint(description) };
}

/** The schema of the items of a list, behind its default. */
function itemOf(schema: z.core.$ZodType): z.ZodType | undefined {
  const { type, innerType, element } = schema._zod.def as {
    type: string;
    innerType?: z.core.$ZodType;
    element?: z.ZodType;
  };
  if (type === 'array') return element;
  return innerType && itemOf(innerType);
}
