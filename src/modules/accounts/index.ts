export type {
  Account,
  Accounts,
  DemoAccount,
  LinkState,
  OfferedProvider,
  OpenIdOutcome,
  ProfileHook,
  Session,
  SignedIn,
  SigningBrowser,
} from './accounts.ts'
export { networkOf } from './ask-limits.ts'
export { type AccountsParts, createAccounts } from './create-accounts.ts'
export { foldEmail } from './email.ts'
export type { OpenIdProvider, OpenIdSettings } from './open-id.ts'
export type { WriteSignInMail } from './sign-in.ts'
export { longestDays } from './sign-in-terms.ts'
