export { idOf, isObject, type JsonObject, jsonIn, listOf, textOf, typesOf } from './json.ts'
export { credentialLimits } from './limits.ts'
export { type CredentialDocument, type DocumentKind, parseDocument } from './parse-document.ts'
export { UnreadableCredential, type UnreadableReason } from './unreadable-credential.ts'
