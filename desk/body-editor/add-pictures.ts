import { applyEdit, selectionOf } from './apply-edit.ts';
import { askDescriptions, type DescriptionChoices, type UndescribedPicture } from './ask-descriptions.ts';
import type { EditorContext } from './editor-context.ts';
import { PictureError } from './picture-error.ts';
import { type DescribedPicture, insertPictures } from './picture-lines.ts';
import { preparePicture } from './prepare-picture.ts';

/** Puts pictures into a text: made smaller, described by the editor in a dialog, kept with `addFile`. */
export async function addPictures(context: EditorContext, files: readonly File[], asGallery = false): Promise<void> {
  const { area, status } = context;
  status.say(files.length === 1 ? 'Đang mở ảnh…' : `Đang mở ${files.length} ảnh…`);
  const { pictures, problems } = await preparePictures(files.map((file) => ({ file, description: '', caption: '' })));
  status.say('');
  const added = await describeAndKeep(context, pictures, { offersGallery: !asGallery, offersLater: false });
  if (added) {
    const isGallery = asGallery || added.asGallery;
    if (added.pictures.length > 0) applyEdit(area, insertPictures(selectionOf(area), added.pictures, isGallery));
    problems.push(...added.problems);
  }
  area.focus();
  if (problems.length > 0) status.say('Có ảnh không thêm được:', problems);
}

/** Pictures that are ready to be described, and a sentence for each that is not. */
export async function preparePictures<Picture extends UndescribedPicture>(
  pictures: readonly Picture[],
): Promise<{ readonly pictures: Picture[]; readonly problems: string[] }> {
  const prepared: Picture[] = [];
  const problems: string[] = [];
  // One after the other: each takes 50 MB while it is open.
  for (const picture of pictures) {
    try {
      prepared.push({ ...picture, file: await preparePicture(picture.file) });
    } catch (error) {
      problems.push(error instanceof PictureError ? error.message : `Ảnh “${picture.file.name}”: ${String(error)}`);
    }
  }
  return { pictures: prepared, problems };
}

/** Pictures that were described and kept, those undefined that could not be, in the order of the given ones. */
export interface AddedPictures {
  readonly placed: readonly (DescribedPicture | undefined)[];
  readonly pictures: readonly DescribedPicture[];
  readonly problems: readonly string[];
  readonly asGallery: boolean;
}

/** Asks for descriptions, then keeps the files; undefined, with nothing kept, when the dialog is left. */
export async function describeAndKeep(
  { addFile, status }: EditorContext,
  pictures: readonly UndescribedPicture[],
  choices: DescriptionChoices,
): Promise<AddedPictures | undefined> {
  if (pictures.length === 0) return { placed: [], pictures: [], problems: [], asGallery: false };
  status.say('');
  const described = await askDescriptions(pictures, choices);
  if (!described) return undefined;
  const placed: (DescribedPicture | undefined)[] = [];
  const problems: string[] = [];
  status.say('Đang thêm ảnh…');
  for (const { file, description, caption } of described.pictures) {
    try {
      placed.push({ address: await addFile(file), description, caption });
    } catch (error) {
      placed.push(undefined);
      problems.push(`Ảnh “${file.name}” không thêm được: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  status.say('');
  return { placed, pictures: placed.filter((each) => each !== undefined), problems, asGallery: described.asGallery };
}
