export type { Consent } from './consent-store.ts'
export { type ConsentHook, type Consents, createConsents } from './create-consents.ts'
export { type ConsentText, type ConsentTexts, type Purpose, purposes } from './purposes.ts'
