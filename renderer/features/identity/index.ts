export { IdentityBar } from './identity-bar.tsx';
export { IdentityVisit } from './identity.visit.tsx';
export { filledOf, useIdentity } from './use-identity.ts';
