import { altTextProblem } from '#news/alt-text-problem.ts';
import { labelled, openDialog, textField } from './open-dialog.ts';

/** A picture that is not yet in the text. */
export interface UndescribedPicture {
  readonly file: File;
  /** What the source of the picture says about it. */
  readonly description: string;
  readonly caption: string;
}

/** What an editor wrote about pictures, in their order. */
export interface Descriptions {
  readonly pictures: readonly UndescribedPicture[];
  readonly asGallery: boolean;
}

/** Which choices a dialog of descriptions offers. */
export interface DescriptionChoices {
  /** Whether several pictures may become a gallery. */
  readonly offersGallery: boolean;
  /** Whether the pictures may be inserted without descriptions, which the check of the site then asks for. */
  readonly offersLater: boolean;
}

const hint =
  'Viết điều người xem thấy trong ảnh, như “Đại biểu giơ thẻ biểu quyết”. Người không nhìn thấy ảnh nghe câu này.';

/** Asks what is in pictures, all in one dialog that shows them; undefined when it is left. */
export async function askDescriptions(
  pictures: readonly UndescribedPicture[],
  { offersGallery, offersLater }: DescriptionChoices,
): Promise<Descriptions | undefined> {
  const asked = pictures.map((picture, index) => pictureFields(picture, index, pictures.length));
  const gallery = checkbox('Xếp các ảnh thành một nhóm');
  const answer = await openDialog({
    title: pictures.length === 1 ? 'Mô tả ảnh' : `Mô tả ${pictures.length} ảnh`,
    fields: [
      ...asked.map(({ element }) => element),
      ...(offersGallery && pictures.length > 1 ? [gallery.element] : []),
    ],
    answers: { insert: 'Chèn', ...(offersLater && { later: 'Chèn, mô tả sau' }) },
    unchecked: ['later'],
  });
  for (const { close } of asked) close();
  if (!answer) return undefined;
  return {
    pictures: asked.map(({ file, description, caption }) => ({
      ...{ file, description: description.value.trim(), caption: caption.value.trim() },
    })),
    asGallery: offersGallery && pictures.length > 1 && gallery.input.checked,
  };
}

function pictureFields(
  { file, description: known, caption: knownCaption }: UndescribedPicture,
  index: number,
  count: number,
) {
  const element = document.createElement('fieldset');
  element.className = 'body-editor-picture';
  const legend = document.createElement('legend');
  legend.textContent = count === 1 ? file.name : `Ảnh ${index + 1} / ${count}: ${file.name}`;
  const image = document.createElement('img');
  const address = URL.createObjectURL(file);
  image.src = address;
  image.alt = `Ảnh đang thêm: ${file.name}`;
  // A format that only the site can read.
  image.addEventListener('error', () => image.remove());
  const description = document.createElement('textarea');
  description.rows = 2;
  description.value = known;
  description.required = true;
  description.autofocus = index === 0;
  const caption = textField('Chú thích dưới ảnh (không bắt buộc)', knownCaption);
  const check = () => {
    const problem = altTextProblem(description.value.trim(), file.name, caption.input.value);
    description.setCustomValidity(problem ? `Ảnh ${problem}: viết điều người xem thấy trong ảnh.` : '');
  };
  for (const input of [description, caption.input]) input.addEventListener('input', check);
  check();
  element.append(legend, image, labelled('Trong ảnh là', description, hint), caption.element);
  return { element, file, description, caption: caption.input, close: () => URL.revokeObjectURL(address) };
}

function checkbox(name: string) {
  const element = document.createElement('label');
  element.className = 'body-editor-choice';
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = true;
  element.append(input, name);
  return { element, input };
}
