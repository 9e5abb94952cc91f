import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../platform/index.ts'
import { ecfProblems, readCodeLists } from './code-lists.ts'

const shipped = join(import.meta.dirname, '../../../data/codes')

/** A copy of the lists with one text in one file replaced. */
function planted(file: string, from: string | RegExp, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-codes-'))
  cpSync(shipped, folder, { recursive: true })
  const content = readFileSync(join(folder, file), 'utf8')
  const changed = content.replace(from, to)
  expect(changed).not.toBe(content)
  writeFileSync(join(folder, file), changed)
  return folder
}

describe('the lists of codes', () => {
  test('that come with Schakel are whole', async () => {
    const { ecf, ecsf, brc, isco, crebo } = await readCodeLists()
    expect(ecf.size).toBe(41)
    expect([...'ABCDE'].map((area) => [...ecf.keys()].filter((code) => code.startsWith(area)).length)).toEqual([10, 6, 5, 11, 9])
    expect(ecf.get('A.1')).toMatchObject({ name: 'IS and Business Strategy Alignment', from: 4, to: 5 })
    expect(ecf.get('D.7')).toMatchObject({ name: 'Data Science and Analytics', from: 2, to: 5 })
    expect(ecsf.size).toBe(12)
    expect([...brc.keys()]).toEqual(['0811', '0812', '0821', '0822', '05'])
    expect(brc.get('05')?.isco).toEqual(['1330'])
    expect(isco.has('2512')).toBe(true)
    expect(crebo.get('25604')).toMatchObject({ status: 'old', successor: '25998' })
    expect([...crebo.values()].filter(({ status }) => status === 'current').map(({ code }) => code)).toEqual([
      '25998',
      '25999',
      '27015',
      '27016',
    ])
  })

  test.each<[what: string, file: string, from: string | RegExp, to: string, says: RegExp]>([
    ['a code twice', 'e-cf.json', '"code":"A.2"', '"code":"A.1"', /codes\/e-cf\.json: the code A\.1 stands there twice/],
    ['levels the wrong way round', 'e-cf.json', '"from":4,"to":5', '"from":5,"to":4', /e-cf\.json: .*from must not be above to/],
    ['an unknown field', 'brc-2014.json', '"nl":', '"colour":"red","nl":', /brc-2014\.json: .*colour/],
    [
      'a role with a competence at a level it has not',
      'ecsf.json',
      '"A.7:4"',
      '"A.7:2"',
      /ecsf\.json: chief-.*A\.7.*levels 3 to 5 only/,
    ],
    ['a successor that is not there', 'crebo.json', '"successor":"25998"', '"successor":"25997"', /crebo\.json: 25604: .*25997/],
    ['no source', 'crebo.json', '"source"', '"sauce"', /crebo\.json: .*/],
    ['half a file', 'languages.json', /\][^\]]*$/, '', /languages\.json: it is not JSON/],
  ])('with a fault are refused by file: %s', async (_what, file, from, to, says) => {
    const error = await readCodeLists(planted(file, from, to)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).message).toMatch(says)
  })

  test('a list that is missing is named', async () => {
    const folder = planted('ecsf.json', 'ECSF', 'ECSF ')
    rmSync(join(folder, 'ecsf.json'))
    await expect(readCodeLists(folder)).rejects.toThrow(/codes\/ecsf\.json: there is no such file/)
  })
})

describe('e-CF codes', () => {
  test('with levels that the competence has are right', async () => {
    expect(ecfProblems(await readCodeLists(), ['B.1', 'B.1:1', 'B.1:1-3', 'E.2:2-5', 'A.10:4'])).toEqual([])
  })

  test.each([
    ['B.7', /there is no e-CF competence B\.7/],
    ['A.1:2', /A\.1 IS and Business Strategy Alignment exists at levels 4 to 5 only/],
    ['B.1:2-4', /B\.1 Application Development exists at levels 1 to 3 only/],
    ['B.1:3-2', /from high to low/],
    ['B1:2', /must be a code with levels/],
    ['B.1:6', /must be a code with levels/],
  ])('%s is wrong', async (code, says) => {
    const problems = ecfProblems(await readCodeLists(), ['C.1', code])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(says)
  })
})
