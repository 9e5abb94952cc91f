/** Which licences may come in. Schakel goes out under the EUPL-1.2: what goes out with it must allow that, and a person decides on what is new. */
import { listInstalled, type Packages } from './packages.ts'

interface AllowedLicence {
  /** `shipped`: everywhere. `tools`: only in what builds and tests, which goes out with nothing. */
  readonly for: 'shipped' | 'tools'
  readonly why: string
}

const permissive = 'Permissive: asks only to keep the notice, which stays in the package.'

/** By their SPDX name. */
export const allowedLicences: Readonly<Record<string, AllowedLicence>> = {
  MIT: { for: 'shipped', why: permissive },
  'MIT-0': { for: 'shipped', why: 'As MIT, and asks nothing.' },
  ISC: { for: 'shipped', why: permissive },
  '0BSD': { for: 'shipped', why: 'Asks nothing.' },
  'BSD-2-Clause': { for: 'shipped', why: permissive },
  'BSD-3-Clause': { for: 'shipped', why: `${permissive} Names of its makers may not be used to recommend.` },
  'BlueOak-1.0.0': { for: 'shipped', why: permissive },
  Zlib: { for: 'shipped', why: permissive },
  Unlicense: { for: 'shipped', why: 'Given to the public domain.' },
  'Apache-2.0': { for: 'shipped', why: `${permissive} Its patent clause goes with version 3 of the GPL and with the EUPL.` },
  'OFL-1.1': { for: 'shipped', why: 'For fonts: may go along with any program, not be sold by itself.' },
  'MPL-2.0': {
    for: 'tools',
    why: 'Copyleft per file, in the appendix of the EUPL. Used to build and test; its files go out with nothing.',
  },
  'CC-BY-4.0': { for: 'tools', why: 'For data. Used to build; goes out with nothing.' },
}

interface LicenceException {
  readonly version: string
  /** What its package says. */
  readonly says: string
  /** The licence it has, by its SPDX name. */
  readonly is: string
  readonly why: string
}

/** Packages whose own word about their licence cannot be read by a machine. Each was read by a person, for this version. */
export const licenceExceptions: Readonly<Record<string, LicenceException>> = {
  duck: { version: '0.1.12', says: 'BSD', is: 'BSD-2-Clause', why: 'Its file LICENSE is the text with two clauses.' },
  '@digitalbazaar/credentials-context': {
    version: '3.2.0',
    says: 'SEE LICENSE IN LICENSE.md',
    is: 'BSD-3-Clause',
    why: 'Its file LICENSE.md: code under BSD-3-Clause; the contexts of W3C in it under the W3C Software and Document License, which is permissive too.',
  },
}

/** What is wrong with licences, one line each; empty: nothing. */
export function licenceProblems(
  packages: Packages,
  allowed: typeof allowedLicences = allowedLicences,
  exceptions: typeof licenceExceptions = licenceExceptions,
): string[] {
  const installed = listInstalled(packages)
  const problems = installed.flatMap(({ name, title, at }) => {
    const says = licenceOf(name, at, exceptions)
    if (says === undefined) return [`${title} does not say its licence. ${whatToDo}`]
    const use = at.dev ? 'tools' : 'shipped'
    return mayUse(says, use, allowed)
      ? []
      : [`${title} is under ${says}, which is not on the list for what is ${uses[use]}. ${whatToDo}`]
  })
  const unused = Object.entries(exceptions)
    .filter(
      ([name, { version, says }]) =>
        !installed.some((one) => one.name === name && one.at.version === version && one.at.license === says),
    )
    .map(
      ([name, { version }]) =>
        `The exception for the licence of ${name} ${version} fits no package any more. Take it off, or look again.`,
    )
  return [...problems, ...unused]
}

/** The licence as an SPDX expression: what a person read where there is an exception, else what the package says. */
export function licenceOf(
  name: string,
  { version, license }: { readonly version?: string; readonly license?: string },
  exceptions: typeof licenceExceptions = licenceExceptions,
): string | undefined {
  const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined
  return exception && exception.version === version && exception.says === license ? exception.is : license
}

const uses = { shipped: 'shipped', tools: 'used to build and test' } as const
const whatToDo = 'Read it; then allow it in scripts/packages/licences.ts with a reason, or use another package.'

/** `A OR B`: one of them will do. `A AND B`: all must. What is written otherwise needs a person. */
function mayUse(expression: string, use: 'shipped' | 'tools', allowed: typeof allowedLicences): boolean {
  const plain = expression.trim().replace(/^\(([^()]*)\)$/, '$1')
  const isAllowed = (licence: string): boolean => {
    const rule = Object.hasOwn(allowed, licence) ? allowed[licence] : undefined
    return rule !== undefined && (rule.for === 'shipped' || use === 'tools')
  }
  if (plain.includes(' OR ') && plain.includes(' AND ')) return false
  return plain.includes(' OR ') ? plain.split(' OR ').some(isAllowed) : plain.split(' AND ').every(isAllowed)
}
