/** Every published example, against what docs/standards/credentials.md says of it, check by check. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFile } from '../baking/index.ts'
import type { CheckName } from './check.ts'
import { checkNames } from './check.ts'
import { checkCredential } from './check-credential.ts'
import type { CheckParts } from './check-parts.ts'

const standards = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards')
const table = readFileSync(join(import.meta.dirname, '../../../../docs/standards/credentials.md'), 'utf8')
const isThere = existsSync(join(standards, 'open-badges-3'))

/** As the table says: nothing is fetched, nobody is known. */
const parts: CheckParts = {
  clock: { now: () => Date.parse('2026-11-30T10:00:00Z') },
  known: [],
  fetchText: async () => ({ why: 'notAllowed' }),
}

/** Rows of the tables: the file, and each cell as it stands there. */
const expected = new Map(
  [...table.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, file = '', cells = '']) => [
    file,
    Object.fromEntries(cells.split(' | ').map((cell, at) => [checkNames[at] ?? 'why', cell.trim()])),
  ]),
)
const filesOf = (folder: string): readonly string[] =>
  isThere ? readdirSync(join(standards, folder)).filter((file) => !/^licen[cs]e/i.test(file)) : []
const files = ['open-badges-3', 'elm'].flatMap((folder) => filesOf(folder).map((file) => [file, folder] as const))

describe.skipIf(!isThere)('published examples (needs SCHAKEL_SHARED_DATA)', () => {
  test('every file has a row, and every row a file and a reason', () => {
    expect(files.length).toBeGreaterThanOrEqual(20)
    expect([...expected.keys()].sort()).toEqual(files.map(([file]) => file).sort())
    for (const row of expected.values()) expect(row.why?.length).toBeGreaterThan(20)
  })

  test.each(files)('%s: each check says what the table says', async (file, folder) => {
    const document = readFile(readFileSync(join(standards, folder, file)))
    const checks = await checkCredential(document, { emails: ['jan@example.org'] }, parts)
    const said = (name: CheckName): string => {
      const { verdict, answer, where } = checks[name]
      const isShown = where !== undefined && (name === 'schema' || answer === 'undefinedTerm')
      return `${verdict} (${answer}${isShown ? `: ${where.join(', ')}` : ''})`
    }
    const { why: _why, ...row } = expected.get(file) ?? {}
    expect(Object.fromEntries(checkNames.map((name) => [name, said(name)]))).toEqual(row)
  })

  test('the badge that was revoked is revoked once its list is there, given along or at a host that may be asked', async () => {
    const document = readFile(readFileSync(join(standards, 'open-badges-3', 'credential-status-revoked.json')))
    const { credentialStatus, issuer, id } = document.credential as Record<string, { readonly id: string }>
    const list = (revoked: readonly unknown[]): string =>
      JSON.stringify({ id: credentialStatus?.id, issuer: issuer?.id, revokedCredential: revoked })
    const withList = (text: string) => checkCredential(document, { statusLists: [text] }, parts)
    expect((await withList(list([{ id, revoked: true }]))).status).toMatchObject({ verdict: 'invalid', answer: 'revoked' })
    expect((await withList(list([]))).status.answer).toBe('notRevoked')
    expect((await withList(list([]).replace('1edtech.org:wellspring2022', '1edtech.org:other'))).status.answer).toBe(
      'listNotProven',
    )
    const asked: string[] = []
    const online: CheckParts = {
      ...parts,
      fetchText: async (url) => {
        asked.push(url)
        return url === credentialStatus?.id ? { text: list([id]) } : { why: 'unreachable' }
      },
    }
    const checks = await checkCredential(document, {}, online)
    expect(checks.status.answer).toBe('revoked')
    expect(checks.issuer.answer).toBe('unreachable')
    expect(asked[0]).toMatch(/^https:\/\/dc\.1edtech\.org\/wellspring2022\/wellspring-portal\/org\/[\w-]+\/did\.json$/)
  })
})

test.runIf(!isThere)('the published examples are not here: set SCHAKEL_SHARED_DATA to test on them', () => {})
