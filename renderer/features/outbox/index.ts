export { NetworkNote } from './network-note.tsx';
export { NetworkSection } from './network-section.tsx';
export { useOutboxPart } from './outbox-section.tsx';
