export { SampleBand } from './sample-band.tsx';
export { SampleOffer } from './sample-offer.tsx';
export { SamplePassphrase } from './sample-passphrase.tsx';
