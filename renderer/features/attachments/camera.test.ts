import { describe, expect, it } from 'vitest';
import { cameraFault } from './camera.ts';

describe('a camera that does not open', () => {
  it.each([
    ['NotFoundError', 'attachments/no-camera'],
    ['OverconstrainedError', 'attachments/no-camera'],
    ['NotAllowedError', 'attachments/camera-refused'],
    ['NotReadableError', 'attachments/camera-busy'],
    ['AbortError', 'attachments/camera-busy'],
  ])('says why: %s', (name, code) => {
    expect(cameraFault(new DOMException('', name))).toEqual({ code });
  });
});
