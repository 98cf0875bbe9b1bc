/** What is in memory already, for whoever takes a stream. */
// eslint-disable-next-line @typescript-eslint/require-await -- a source of one piece waits for nothing
export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
