/** 300 dpi of an A4 page. */
const LONGEST = 3600;
const JPEG_QUALITY = 0.9;

/** Draws a picture anew, the right way up, as JPEG; undefined where it cannot be drawn. */
export async function uprightPicture(picture: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map(side => Math.max(1, Math.round(side * scale)));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  if (context) {
    // What is see-through in a PNG is paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  if (!context) return undefined;
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  return new Uint8Array(await jpeg.arrayBuffer());
}
