/** A file is not a picture that the site can show; the message is a Vietnamese sentence. */
export class PictureError extends Error {
  override name = 'PictureError';
}
