export { canonize, type NotCanonical } from './canonize.ts'
export { unknownContexts } from './contexts.ts'
export {
  type DataIntegrityKey,
  isKnownProof,
  type SignatureVerdict,
  signDataIntegrity,
  verifyDataIntegrity,
} from './data-integrity.ts'
export { jwtAlgorithms, type ReadJwt, readJwt, signJwt, verifyJwt } from './jwt.ts'
export { fromMultibase, toMultibase } from './multibase.ts'
export { fromJwk, fromMultikey, isSameKey, toMultikey } from './multikey.ts'
