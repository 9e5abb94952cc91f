/** The checks of packages: that they pass here, and that each sees the fault it is for. */
import { describe, expect, test } from 'vitest'
import { readAdvice } from '../../scripts/packages/advisories.ts'
import { type Bill, billProblems, mendBill } from '../../scripts/packages/bill.ts'
import { allowedLicences, licenceExceptions, licenceProblems } from '../../scripts/packages/licences.ts'
import { type Asked, type LockedPackage, type Packages, readPackages } from '../../scripts/packages/packages.ts'
import { pinProblems } from '../../scripts/packages/pins.ts'

const here = readPackages(new URL('../../', import.meta.url))

/** What is here, with one package more. */
function planted(extra: LockedPackage, asked: Asked = {}): Packages {
  const dependencies = { ...here.asked.dependencies, ...asked.dependencies }
  return { asked: { ...here.asked, dependencies }, locked: { ...here.locked, 'node_modules/planted': { ...sound, ...extra } } }
}

const sound: LockedPackage = { version: '1.2.3', license: 'MIT', integrity: 'sha512-x' }

describe('licences', () => {
  test('all that is here is allowed, and every rule says why', () => {
    expect(licenceProblems(here)).toEqual([])
    expect(licenceProblems(planted({}))).toEqual([])
    for (const { why } of [...Object.values(allowedLicences), ...Object.values(licenceExceptions)])
      expect(why.length).toBeGreaterThan(10)
  })

  test.each([
    ['one that is on no list', 'GPL-3.0-only', {}],
    ['a strong copyleft for networks', 'AGPL-3.0-or-later', { dev: true }],
    ['none at all', undefined, {}],
    ['a word that is no licence', 'SEE LICENSE IN LICENSE', {}],
    ['a name that every object has', 'constructor', {}],
    ['one that may only build and test', 'MPL-2.0', {}],
    ['two that must both hold, of which one is not allowed', '(MIT AND GPL-3.0-only)', {}],
    ['two to choose from, neither allowed', 'GPL-2.0-only OR GPL-3.0-only', {}],
    ['more than a machine should judge', 'MIT OR (GPL-3.0-only AND Zlib)', {}],
  ])('a package with %s is refused', (_which, license, more) => {
    const { license: _none, ...bare } = sound
    const extra = license === undefined ? bare : { ...sound, license }
    const packages = { asked: here.asked, locked: { ...here.locked, 'node_modules/planted': { ...extra, ...more } } }
    expect(licenceProblems(packages)).toEqual([expect.stringMatching(/^planted 1\.2\.3 .*scripts\/packages\/licences\.ts/)])
  })

  test.each([
    ['MPL-2.0', { dev: true }],
    ['MIT OR GPL-3.0-only', {}],
    ['(MIT AND Zlib)', {}],
  ])('a package under %s with %j is not', (license, more) => {
    expect(licenceProblems(planted({ license, ...more }))).toEqual([])
  })

  test('an exception holds for the version that was read, and for no other', () => {
    const [[folder, duck] = ['', {}]] = Object.entries(here.locked).filter(([at]) => at === 'node_modules/duck')
    const newer = { asked: here.asked, locked: { ...here.locked, [folder]: { ...duck, version: '9.9.9' } } }
    expect(licenceProblems(newer)).toEqual([
      expect.stringContaining('duck 9.9.9 is under BSD,'),
      expect.stringContaining('duck 0.1.12 fits no package any more'),
    ])
  })
})

describe('versions', () => {
  test('all that is here is pinned, comes from npm, and runs nothing while it is installed', () => {
    expect(pinProblems(here)).toEqual([])
    expect(pinProblems(planted({}, { dependencies: { planted: '1.2.3' } }))).toEqual([])
  })

  test.each([
    '^1.2.3',
    '~1.2.3',
    '*',
    'latest',
    '1.2',
    '>=1.2.3',
    'github:someone/planted',
    'file:../planted',
    'npm:other@1.2.3',
    '',
  ])('asking for "%s" is refused', (version) => {
    expect(pinProblems(planted({}, { dependencies: { planted: version } }))).toEqual([
      expect.stringContaining(`package.json asks for planted "${version}"`),
    ])
  })

  test.each([
    ['runs a program when it is installed', { hasInstallScript: true }, 'runs a program'],
    ['comes from elsewhere', { resolved: 'https://elsewhere.example/planted.tgz' }, 'comes from https://elsewhere.example'],
    ['comes from a repository', { resolved: 'git+ssh://git@github.com/a/b.git#1' }, 'comes from git+ssh'],
    ['has a weak hash', { integrity: 'sha1-x' }, 'weak hash'],
    ['is a folder beside this one', { link: true }, 'no hash'],
  ])('a package that %s is refused', (_which, extra, said) => {
    expect(pinProblems(planted(extra))).toEqual([expect.stringContaining(said)])
  })

  test('what may run while it is installed is named with a reason', () => {
    const packages = planted({ hasInstallScript: true })
    expect(pinProblems(packages, { planted: 'Fetches nothing; compiles one file.' })).toEqual([])
  })
})

describe('known vulnerabilities', () => {
  const found = (severity: string): string =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: {
        planted: {
          severity,
          via: [{ title: 'Runs what it reads', url: 'https://github.com/advisories/GHSA-x' }, 'other'],
          range: '<1.2.4',
          fixAvailable: { name: 'planted', version: '1.2.4' },
        },
      },
    })

  test.each(['high', 'critical'])('a %s one is serious', (severity) => {
    expect(readAdvice(found(severity))).toEqual({
      kind: 'read',
      serious: [
        {
          name: 'planted <1.2.4',
          severity,
          title: 'Runs what it reads (https://github.com/advisories/GHSA-x); by other',
          fix: 'planted 1.2.4',
        },
      ],
      lesser: [],
    })
  })

  test.each(['info', 'low', 'moderate'])('a %s one is told, no more', (severity) => {
    expect(readAdvice(found(severity))).toMatchObject({ serious: [], lesser: [{ severity }] })
  })

  test('a registry that does not tell is no clean bill: it is said', () => {
    const refused = '{"message":"405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk"}'
    expect(readAdvice(refused)).toEqual({ kind: 'not offered', why: expect.stringContaining('405') })
    expect(readAdvice('{"error":{"summary":"connect ECONNREFUSED"}}')).toEqual({
      kind: 'not offered',
      why: 'connect ECONNREFUSED',
    })
  })

  test('an answer that is none is an error, not good news', () => {
    expect(() => readAdvice('{}')).toThrow('something unknown')
    expect(() => readAdvice('')).toThrow()
  })
})

describe('the bill of materials', () => {
  const component = {
    'bom-ref': 'planted@1.2.3',
    type: 'library',
    name: 'planted',
    version: '1.2.3',
    purl: 'pkg:npm/planted@1.2.3',
    hashes: [{ alg: 'SHA-512', content: 'ab' }],
    licenses: [{ license: { id: 'MIT' } }],
  }
  const bill: Bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    metadata: { component: { ...component, 'bom-ref': 'main@0.1.0', name: 'main' } },
    components: [component],
    dependencies: [{ ref: 'main@0.1.0', dependsOn: ['planted@1.2.3'] }],
  }

  test('a whole one has no faults; each gap is named', () => {
    const { purl: _purl, ...nameless } = component
    expect(billProblems(bill)).toEqual([])
    expect(billProblems({ ...bill, bomFormat: 'SPDX' })).toEqual(['It is no CycloneDX but SPDX.'])
    expect(billProblems({ ...bill, components: [nameless as typeof component] })).toEqual(['planted has no purl.'])
    expect(billProblems({ ...bill, components: [{ ...component, licenses: [] }] })).toEqual(['planted has no licence.'])
    expect(billProblems({ ...bill, components: [{ ...component, hashes: [] }] })).toEqual(['planted has no hash.'])
    expect(billProblems({ ...bill, dependencies: [{ ref: 'main@0.1.0', dependsOn: ['gone@1.0.0'] }] })).toEqual([
      'gone@1.0.0 is needed by main@0.1.0, and is not in it.',
    ])
  })

  test('it bears the name of the program, sets apart what only builds and tests, and fills in a licence that a person read', () => {
    const tool = { ...component, 'bom-ref': 'tool@1.0.0', properties: [{ name: 'cdx:npm:package:development', value: 'true' }] }
    const duck = { ...component, 'bom-ref': 'duck@0.1.12', name: 'duck', version: '0.1.12', licenses: [] }
    const mended = mendBill({ ...bill, components: [tool, duck] }, 'schakel', new Map([['duck@0.1.12', 'BSD']]))
    expect(mended.metadata.component).toMatchObject({ name: 'schakel', type: 'application' })
    expect(mended.components).toMatchObject([{ scope: 'excluded' }, { licenses: [{ license: { id: 'BSD-2-Clause' } }] }])
  })
})
