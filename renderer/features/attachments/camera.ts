import { err, ok, type Result } from '#shared/core/result.ts';
import type { DeskFault } from '#shared/ipc/result.ts';

/** A document camera shows an A4 page at 200 dpi with it; a smaller camera gives what it has. */
const WISHED = { width: { ideal: 3264 }, height: { ideal: 2448 } } as const;
/** Small print on a page stays legible, and a page takes one or two megabytes. */
const JPEG_QUALITY = 0.92;

export interface Camera {
  readonly id: string;
  /** As the system calls it; empty where it does not. */
  readonly name: string;
}

/** What a browser throws where a camera does not open (Media Capture and Streams, 10.3.1). */
export function cameraFault(cause: unknown): DeskFault {
  const name = cause instanceof DOMException ? cause.name : '';
  switch (name) {
    // The second where the one that was chosen was pulled out meanwhile.
    case 'NotFoundError':
    case 'OverconstrainedError':
      return { code: 'attachments/no-camera' };
    case 'NotAllowedError':
    case 'SecurityError':
      return { code: 'attachments/camera-refused' };
    default:
      return { code: 'attachments/camera-busy' };
  }
}

/** The cameras of the PC, in the order of the system. What they are called is told once one was opened. */
export async function listCameras(): Promise<readonly Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/** The picture alone, never with sound. */
export async function openCamera(id: string | undefined): Promise<Result<MediaStream, DeskFault>> {
  const which = id === undefined ? {} : { deviceId: { exact: id } };
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ video: { ...WISHED, ...which } }));
  } catch (cause) {
    return err(cameraFault(cause));
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What is seen at this moment, as a JPEG that tells nothing of place or camera. */
export async function photograph(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
