import { MOST_PART_BYTES } from '#shared/attachments/attachment.media.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { Arrived } from './attachment.sender.ts';

/** Of speech: four hours are 58 MB. */
const BITS_PER_SECOND = 32_000;
/** So much is lost at most when the power goes. */
const PIECE_MS = 2000;
/** A third of a second: what is looked at in turn leaves no gap. */
const LOOKED_AT_SAMPLES = 16_384;
/** People pause between words: what counts is the loudest of the last seconds. */
const LOOKS_KEPT = 10;
const MEDIA = 'audio/webm;codecs=opus';

type Keeping = Pick<Desk['api'], 'attachments'>;

async function openMicrophone(): Promise<Result<MediaStream, DeskFault>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: true }));
  } catch (cause) {
    const missing = cause instanceof DOMException && cause.name === 'NotFoundError';
    return err({ code: missing ? 'attachments/no-microphone' : 'attachments/microphone-refused' });
  }
}

/** What is said, sent to the shell piece by piece while it is being said. */
export class Recording {
  /** What was recorded, in the vault; also where the microphone was pulled out or the disk is full. */
  readonly kept: Promise<Result<Arrived, DeskFault>>;
  private readonly recorder: MediaRecorder;
  private readonly context = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly api: Keeping;
  private readonly upload: string;
  private sending: Promise<void> = Promise.resolve();
  private refused: DeskFault | null = null;
  private sent = 0;
  private levels: readonly number[] = [];
  private heardMs = 0;
  private since: number | null = null;

  private constructor(api: Keeping, upload: string, stream: MediaStream) {
    this.api = api;
    this.upload = upload;
    this.recorder = new MediaRecorder(stream, { mimeType: MEDIA, audioBitsPerSecond: BITS_PER_SECOND });
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = LOOKED_AT_SAMPLES;
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    this.kept = new Promise(resolve => {
      this.recorder.addEventListener('dataavailable', ({ data }) => this.send(data));
      this.recorder.addEventListener('stop', () => {
        this.count();
        for (const track of stream.getTracks()) track.stop();
        void this.context.close();
        void this.sending.then(() => this.finish()).then(resolve);
      });
    });
    this.recorder.start(PIECE_MS);
    this.since = performance.now();
  }

  static async begin(api: Keeping, owner: string, name: string): Promise<Result<Recording, DeskFault>> {
    const stream = await openMicrophone();
    if (!stream.ok) return stream;
    const begun = await api.attachments.begin({ owner, name, recorded: true });
    if (begun.ok) return ok(new Recording(api, begun.value.upload, stream.value));
    for (const track of stream.value.getTracks()) track.stop();
    return begun;
  }

  get seconds(): number {
    return (this.heardMs + (this.since === null ? 0 : performance.now() - this.since)) / 1000;
  }

  /** How loud it was lately, 0 to 1; to be looked at a few times a second. */
  lookAtLevel(): number {
    const samples = new Float32Array(this.analyser.fftSize);
    this.analyser.getFloatTimeDomainData(samples);
    const level = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    this.levels = [...this.levels, level].slice(-LOOKS_KEPT);
    return Math.max(...this.levels);
  }

  pause(): void {
    if (this.recorder.state !== 'recording') return;
    this.recorder.pause();
    // What was said so far is on the disk before anybody goes away.
    this.recorder.requestData();
    this.count();
  }

  resume(): void {
    if (this.recorder.state !== 'paused') return;
    this.recorder.resume();
    this.since = performance.now();
  }

  stop(): void {
    if (this.recorder.state !== 'inactive') this.recorder.stop();
  }

  private count(): void {
    if (this.since !== null) this.heardMs += performance.now() - this.since;
    this.since = null;
  }

  private send(data: Blob): void {
    this.sending = this.sending.then(async () => {
      for (let at = 0; at < data.size && this.refused === null; at += MOST_PART_BYTES) {
        const part = new Uint8Array(await data.slice(at, at + MOST_PART_BYTES).arrayBuffer());
        const added = await this.api.attachments.add({ upload: this.upload, part });
        if (added.ok) this.sent += part.length;
        else {
          this.refused = added.error;
          this.stop();
        }
      }
    });
  }

  private async finish(): Promise<Result<Arrived, DeskFault>> {
    const { upload } = this;
    if (this.sent === 0) {
      await this.api.attachments.drop({ upload });
      return err(this.refused ?? { code: 'attachments/empty' });
    }
    const kept = await this.api.attachments.finish({ upload });
    return kept.ok ? ok({ ...kept.value, upload }) : kept;
  }
}
