import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'

/** The lists that come with the program (`data/codes`). */
const codesFolder = join(import.meta.dirname, '../../../data/codes')

const certainty = z.enum(['seen', 'seen-old', 'calculated', 'unverified', 'unknown'])
const text = z.string().trim().min(1)
const level = z.number().int().min(1).max(5)

/** What every list says of itself. */
const origin = { about: text, version: text.optional(), source: text, checked: z.iso.date(), certainty }

const ecfSchema = z.strictObject({
  ...origin,
  competences: z.array(
    z
      .strictObject({ code: z.string().regex(/^[A-E]\.\d{1,2}$/), name: text, nl: text, from: level, to: level })
      .refine(({ from, to }) => from <= to, 'from must not be above to'),
  ),
})
const ecsfSchema = z.strictObject({
  ...origin,
  certaintyOfEcf: certainty,
  roles: z.array(z.strictObject({ code: text, name: text, ecf: z.array(text) })),
})
const brcSchema = z.strictObject({
  ...origin,
  certaintyOfIsco: certainty,
  groups: z.array(
    z.strictObject({ code: z.string().regex(/^\d{2,4}$/), nl: text, en: text, isco: z.array(z.string().regex(/^\d{4}$/)) }),
  ),
})
const iscoSchema = z.strictObject({
  ...origin,
  codes: z.array(z.strictObject({ code: z.string().regex(/^\d{4}$/), nl: text, en: text })),
})
const creboSchema = z.strictObject({
  ...origin,
  certaintyOfSuccessor: certainty,
  qualifications: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{5}$/),
      nl: text,
      level: z.number().int().min(1).max(4),
      status: z.enum(['current', 'old']),
      successor: z.string().optional(),
      certaintyOfLevel: certainty.optional(),
    }),
  ),
})

const languagesSchema = z.strictObject({
  ...origin,
  languages: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z]{2,3}$/),
      nl: text,
      en: text,
      altNl: z.array(text),
      altEn: z.array(text),
      esco: z.url().optional(),
    }),
  ),
})

export type EcfCompetence = z.infer<typeof ecfSchema>['competences'][number]
export type EcsfRole = z.infer<typeof ecsfSchema>['roles'][number]
export type BrcGroup = z.infer<typeof brcSchema>['groups'][number]
export type IscoCode = z.infer<typeof iscoSchema>['codes'][number]
export type HumanLanguage = z.infer<typeof languagesSchema>['languages'][number]
export type Crebo = z.infer<typeof creboSchema>['qualifications'][number]

/** The codes of other systems that the vocabulary may name, each by its code. */
export interface CodeLists {
  readonly ecf: ReadonlyMap<string, EcfCompetence>
  readonly ecsf: ReadonlyMap<string, EcsfRole>
  readonly brc: ReadonlyMap<string, BrcGroup>
  /** Of ICT only: other occupations have ISCO codes that are not listed. */
  readonly isco: ReadonlyMap<string, IscoCode>
  readonly crebo: ReadonlyMap<string, Crebo>
  /** Languages people speak, by their ISO 639 code: terms of a vacancy, not skills. */
  readonly languages: ReadonlyMap<string, HumanLanguage>
}

/**
 * Reads the lists of codes and checks them against each other: a code stands there once, the e-CF competences of an ECSF role and the
 * successor of a crebo exist.
 * @throws Invalid with the file and the code that is wrong
 */
export async function readCodeLists(folder: string = codesFolder): Promise<CodeLists> {
  const ecf = await readList(folder, 'e-cf.json', ecfSchema)
  const ecsf = await readList(folder, 'ecsf.json', ecsfSchema)
  const brc = await readList(folder, 'brc-2014.json', brcSchema)
  const isco = await readList(folder, 'isco-08-ict.json', iscoSchema)
  const crebo = await readList(folder, 'crebo.json', creboSchema)
  const languages = await readList(folder, 'languages.json', languagesSchema)
  const lists: CodeLists = {
    ecf: byCode('e-cf.json', ecf.competences),
    ecsf: byCode('ecsf.json', ecsf.roles),
    brc: byCode('brc-2014.json', brc.groups),
    isco: byCode('isco-08-ict.json', isco.codes),
    crebo: byCode('crebo.json', crebo.qualifications),
    languages: byCode('languages.json', languages.languages),
  }
  for (const { code, ecf: asked } of lists.ecsf.values()) {
    const [problem] = ecfProblems(lists, asked)
    if (problem !== undefined) throw wrong('ecsf.json', `${code}: ${problem}`)
  }
  for (const { code, successor } of lists.crebo.values()) {
    if (successor !== undefined && lists.crebo.get(successor)?.status !== 'current')
      throw wrong('crebo.json', `${code}: the successor ${successor} is no current qualification`)
  }
  return lists
}

async function readList<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T> {
  const content = await readFile(join(folder, file), 'utf8').catch(() => {
    throw wrong(file, `there is no such file in ${folder}`)
  })
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw wrong(file, `it is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw wrong(file, `${issue?.path.join('.')}: ${issue?.message}`)
}

function byCode<T extends { readonly code: string }>(file: string, rows: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const row of rows) {
    if (found.has(row.code)) throw wrong(file, `the code ${row.code} stands there twice`)
    found.set(row.code, row)
  }
  return found
}

function wrong(file: string, message: string): Invalid {
  return new Invalid(`codes/${file}`, `The lists of codes cannot be used. codes/${file}: ${message}.`)
}

const ecfPattern = /^([A-E]\.\d{1,2})(?::([1-5])(?:-([1-5]))?)?$/

/** What is wrong with codes such as `B.1`, `B.1:2` and `B.1:2-3`: not so written, unknown, or a level that the competence does not have. */
export function ecfProblems({ ecf }: CodeLists, codes: readonly string[]): string[] {
  return codes.flatMap((written) => {
    const match = ecfPattern.exec(written)
    if (!match) return [`ecf: "${written}" must be a code with levels, such as "B.1:2" or "B.1:2-3"`]
    const [, code = '', low, high = low] = match
    const competence = ecf.get(code)
    if (!competence) return [`ecf: there is no e-CF competence ${code}`]
    if (low === undefined || high === undefined) return []
    if (Number(low) > Number(high)) return [`ecf: "${written}" goes from high to low`]
    const { from, to } = competence
    const fits = from <= Number(low) && Number(high) <= to
    return fits ? [] : [`ecf: "${written}": ${code} ${competence.name} exists at levels ${from} to ${to} only`]
  })
}
