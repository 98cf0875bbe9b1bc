/** The command was given wrongly: its sentence is all there is to say. */
export class UseError extends Error {
  override readonly name = 'UseError';
}
