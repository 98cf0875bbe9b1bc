import { randomBytes } from 'node:crypto';
import { sampleAttachment, sampleMonth } from './bundle.fixture.ts';
import { writeBundle } from './bundle.writer.ts';

// Started by the test that kills it: writes a bundle to the folder it is given and says how far it is.
const directory = process.argv[2];
if (directory === undefined) throw new Error('no folder to write to');
const attachments = Array.from({ length: 8 }, () => sampleAttachment(randomBytes(1_000_000)));
const { input } = await sampleMonth({ attachments });
await writeBundle(input, {
  directory,
  onProgress: ({ phase, bytes }) => process.stdout.write(`${phase} ${bytes}\n`),
});
