/** The program said no, in its own words as they stand on the screen. Anything else that fails is no refusal. */
export class RefusedOnScreen extends Error {
  override readonly name = 'RefusedOnScreen';
}
