/** What the answer of `npm audit --json` means. */
export type Advice =
  | { readonly kind: 'read'; readonly serious: readonly Advisory[]; readonly lesser: readonly Advisory[] }
  /** The registry does not offer it, or could not be reached: nothing is known, and that is said. */
  | { readonly kind: 'not offered'; readonly why: string }

export interface Advisory {
  readonly name: string
  readonly severity: string
  readonly title: string
  readonly fix: string
}

/** These stop a release. */
const seriousSeverities = ['high', 'critical']

interface Vulnerability {
  readonly severity: string
  /** Advisories, or names of packages that have them. */
  readonly via: readonly (string | { readonly title: string; readonly url: string })[]
  readonly range: string
  readonly fixAvailable: boolean | { readonly name: string; readonly version: string }
}

/** @throws when it is no answer of npm at all: then a person must look. */
export function readAdvice(stdout: string): Advice {
  const answer = JSON.parse(stdout) as {
    readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>
    readonly message?: string
    readonly error?: { readonly summary?: string }
  }
  if (answer.vulnerabilities === undefined) {
    const why = answer.message ?? answer.error?.summary
    if (!why) throw new Error(`npm audit answered something unknown: ${stdout.slice(0, 200)}`)
    return { kind: 'not offered', why }
  }
  const all = Object.entries(answer.vulnerabilities).map(([name, found]) => toAdvisory(name, found))
  const isSerious = ({ severity }: Advisory): boolean => seriousSeverities.includes(severity)
  return { kind: 'read', serious: all.filter(isSerious), lesser: all.filter((one) => !isSerious(one)) }
}

function toAdvisory(name: string, { severity, via, range, fixAvailable }: Vulnerability): Advisory {
  const titles = via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} (${one.url})`))
  const fix =
    typeof fixAvailable === 'object' ? `${fixAvailable.name} ${fixAvailable.version}` : fixAvailable ? 'yes' : 'none yet'
  return { name: `${name} ${range}`, severity, title: titles.join('; '), fix }
}
