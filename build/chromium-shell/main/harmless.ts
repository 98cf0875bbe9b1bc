/** Takes the place of what only changes how a desktop looks; leaving it out changes nothing that is tested. */
export function harmless(): void {
  // Nothing to do.
}
