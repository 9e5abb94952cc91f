import { listInstalled, type Packages } from './packages.ts'

/** Packages that may run a program while they are installed, each with a reason. None does; installing runs none either (`ensure-installed.mjs`). */
export const mayRunAtInstall: Readonly<Record<string, string>> = {}

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/
const fromNpm = 'https://registry.npmjs.org/'

/** What is asked for must be one version, from npm, with a hash of its content, and must run nothing while it is installed. One line a problem. */
export function pinProblems(packages: Packages, allowed: typeof mayRunAtInstall = mayRunAtInstall): string[] {
  const { dependencies, devDependencies, optionalDependencies } = packages.asked
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const installed = listInstalled(packages)
  return [
    ...asked.flatMap(([name, version]) =>
      exact.test(version) ? [] : [`package.json asks for ${name} "${version}". Ask for one version, as "1.2.3".`],
    ),
    ...installed.flatMap(({ title, at }) => {
      if (at.link || at.integrity === undefined)
        return [`${title} has no hash of its content in package-lock.json. Install it from npm.`]
      if (!at.integrity.startsWith('sha512-'))
        return [`${title} has a weak hash in package-lock.json (${at.integrity.split('-')[0]}). Use sha512.`]
      if (at.resolved !== undefined && !at.resolved.startsWith(fromNpm))
        return [`${title} comes from ${at.resolved}. Install it from npm.`]
      return []
    }),
    ...installed.flatMap(({ name, title, at }) =>
      at.hasInstallScript && !Object.hasOwn(allowed, name)
        ? [
            `${title} runs a program when it is installed. Read it; then allow it in scripts/packages/pins.ts with a reason, or use another package.`,
          ]
        : [],
    ),
  ]
}
