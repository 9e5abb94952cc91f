/** The second implementation that credentials are tried with has no types of its own. */
declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<unknown>
  export function issue(options: {
    credential: unknown
    suite: unknown
    documentLoader: Loader
    now?: Date
  }): Promise<Readonly<Record<string, unknown>>>
  export function verifyCredential(options: {
    credential: unknown
    suite: unknown
    documentLoader: Loader
    now?: Date
    checkStatus?: unknown
  }): Promise<{ verified: boolean; error?: unknown }>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; cryptosuite: unknown; date?: string })
  }
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface Key {
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): unknown
  }
  export function generate(options: { controller: string }): Promise<Key>
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function decodeList(asked: { encodedList: string }): Promise<{ getStatus(at: number): boolean; readonly length: number }>
  export function checkStatus(asked: object): Promise<unknown>
}
