/** The bill of materials (SBOM): CycloneDX as npm makes it, mended where npm leaves a gap. https://cyclonedx.org/docs/1.5/json/ */
import { licenceOf } from './licences.ts'

export interface Bill {
  readonly bomFormat: string
  readonly specVersion: string
  readonly serialNumber: string
  readonly metadata: { readonly component: Component; readonly [more: string]: unknown }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
  readonly [more: string]: unknown
}

export interface Component {
  readonly 'bom-ref': string
  readonly type: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly scope?: string
  readonly licenses?: readonly Licence[]
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
  readonly [more: string]: unknown
}

type Licence = { readonly license: { readonly id?: string; readonly name?: string } } | { readonly expression: string }

const isTool = { name: 'cdx:npm:package:development', value: 'true' }

/**
 * - The program bears its own name, not that of the folder it stands in.
 * - Packages that only build and test are `excluded`, as CycloneDX calls what does not come along.
 * - Where npm cannot read what a package says of its licence, it is the licence that a person read there.
 *
 * @param name name of the program
 * @param licences what each package says of its licence, by `name@version`
 */
export function mendBill(bill: Bill, name: string, licences: ReadonlyMap<string, string | undefined>): Bill {
  return {
    ...bill,
    metadata: { ...bill.metadata, component: { ...bill.metadata.component, name, type: 'application' } },
    components: bill.components.map((component) => {
      const mended = component.properties?.some((one) => one.name === isTool.name && one.value === isTool.value)
        ? { ...component, scope: 'excluded' }
        : component
      if (mended.licenses && mended.licenses.length > 0) return mended
      const { name, version } = component
      const says = licences.get(`${name}@${version}`)
      const licence = licenceOf(name, { version, ...(says === undefined ? {} : { license: says }) })
      return licence === undefined ? mended : { ...mended, licenses: [{ license: { id: licence } }] }
    }),
  }
}

/** What a reader of the bill would miss, one line each; empty: it is whole. */
export function billProblems(bill: Bill): string[] {
  const problems: string[] = []
  if (bill.bomFormat !== 'CycloneDX') problems.push(`It is no CycloneDX but ${bill.bomFormat}.`)
  if (!/^1\.[5-9]$/.test(bill.specVersion)) problems.push(`It is of version ${bill.specVersion} of CycloneDX.`)
  if (!/^urn:uuid:[\da-f-]{36}$/.test(bill.serialNumber)) problems.push('Its number is no urn:uuid.')
  if (bill.components.length === 0) problems.push('It names no package.')
  const known = new Set([bill.metadata.component, ...bill.components].map((component) => component['bom-ref']))
  if (known.size !== bill.components.length + 1) problems.push('Two packages have one reference.')
  for (const component of bill.components) {
    if (!component.purl?.startsWith('pkg:npm/')) problems.push(`${component.name} has no purl.`)
    if (!component.licenses?.length) problems.push(`${component.name} has no licence.`)
    if (!component.hashes?.length) problems.push(`${component.name} has no hash.`)
  }
  for (const { ref, dependsOn = [] } of bill.dependencies) {
    for (const one of [ref, ...dependsOn]) if (!known.has(one)) problems.push(`${one} is needed by ${ref}, and is not in it.`)
  }
  return problems
}
