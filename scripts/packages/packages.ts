import { readFileSync } from 'node:fs'

/** A package as package-lock.json has it. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  /** Where it comes from, when that is not the registry of npm itself. */
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  /** Only for those who build and test. */
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

/** What package.json asks for. */
export interface Asked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Packages {
  readonly asked: Asked
  /** By the folder they are installed in, as `node_modules/a/node_modules/b`; '' is the project itself. */
  readonly locked: Readonly<Record<string, LockedPackage>>
}

/** What is asked for, and what that comes down to. */
export function readPackages(root: URL): Packages {
  const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'))
  const { packages } = read('package-lock.json') as { packages: Packages['locked'] }
  return { asked: read('package.json') as Asked, locked: packages }
}

/** Every installed package with its name, as `n3`, and how people see it, as `n3 2.13.12`. */
export function listInstalled({
  locked,
}: Packages): { readonly name: string; readonly title: string; readonly at: LockedPackage }[] {
  return Object.entries(locked).flatMap(([folder, at]) => {
    const name = folder.split('node_modules/').at(-1) ?? ''
    return name === '' ? [] : [{ name, title: `${name} ${at.version ?? '(no version)'}`, at }]
  })
}
