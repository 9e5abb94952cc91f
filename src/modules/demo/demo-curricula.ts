import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Bilingual } from '../trainings/index.ts'

/** What a programme aims at: a start in an occupation, all of it, more of it, or one to three skills. */
export type CurriculumLevel = 'start' | 'full' | 'further' | 'short'

/** How a programme is given. */
export type Shape = 'course' | 'own-pace' | 'evening' | 'bootcamp' | 'dual'

export interface LeveledSkill {
  readonly skill: string
  readonly level: Level
}

/** What is taught towards one occupation, and what must be known before; written by hand in `data/demo/programmes.json`. */
export interface Curriculum {
  readonly aim: string
  readonly level: CurriculumLevel
  readonly given: readonly Shape[]
  readonly teaches: readonly LeveledSkill[]
  readonly needs: readonly LeveledSkill[]
  /** A title of its own, in place of one made from occupation or skills. */
  readonly title?: Bilingual
  /** For whom a short course is: stands behind the names of the skills. */
  readonly for?: Bilingual
}

const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const leveled = z.record(z.string(), z.union([z.literal(2), z.literal(3)]))
const curriculaSchema = z.array(
  z.strictObject({
    aim: z.string(),
    level: z.enum(['start', 'full', 'further', 'short']),
    given: z.array(z.enum(['course', 'own-pace', 'evening', 'bootcamp', 'dual'])).min(1),
    teaches: leveled,
    needs: leveled.optional(),
    title: bilingual.optional(),
    for: bilingual.optional(),
  }),
)

/** The curricula of the demo world, in the order of the file; ids are those of the vocabulary. */
export async function readCurricula(): Promise<readonly Curriculum[]> {
  const file = new URL('../../../data/demo/programmes.json', import.meta.url)
  return curriculaSchema.parse(JSON.parse(await readFile(file, 'utf8'))).map(({ title, for: whom, ...row }) => ({
    ...row,
    aim: `schakel:occupation/${row.aim}`,
    teaches: leveledSkills(row.teaches),
    needs: leveledSkills(row.needs ?? {}),
    ...(title ? { title } : {}),
    ...(whom ? { for: whom } : {}),
  }))
}

function leveledSkills(levels: Readonly<Record<string, 2 | 3>>): readonly LeveledSkill[] {
  return Object.entries(levels).map(([skill, level]) => ({ skill: `schakel:skill/${skill}`, level }))
}

const humanShelf = 'schakel:skill/group-human'
const programming = 'schakel:skill/programming'
const firstProgrammingLanguageHours = 120

/**
 * The fewest hours somebody needs to learn this. A tool or a human skill takes 20 hours to work with on one's own and 40 to do
 * well; a language, knowledge or another capability twice that. A first programming language takes 120 hours.
 */
export function leastHours(catalogue: Catalogue, { teaches, needs }: Pick<Curriculum, 'teaches' | 'needs'>): number {
  const sum = teaches.reduce((hours, { skill, level }) => hours + (isQuick(catalogue, skill) ? 20 : 40) * (level - 1), 0)
  const isProgramming = ({ skill }: LeveledSkill): boolean => isBelow(catalogue, skill, programming)
  const first = teaches.some((one) => isProgramming(one) && isLanguage(catalogue, one.skill)) && !needs.some(isProgramming)
  return first ? Math.max(sum, firstProgrammingLanguageHours) : sum
}

function isQuick(catalogue: Catalogue, skill: string): boolean {
  return catalogue.find(skill)?.kind === 'tool' || isHuman(catalogue, skill)
}

/** Ways people work, such as *collaborating*; what is made of them, such as training users, is a skill like others. */
export function isHuman(catalogue: Catalogue, skill: string): boolean {
  return catalogue.broader(skill).includes(humanShelf)
}

function isLanguage(catalogue: Catalogue, skill: string): boolean {
  return catalogue.find(skill)?.kind === 'language'
}

/** Whether a skill is that one, or a kind of it. */
export function isBelow(catalogue: Catalogue, skill: string, general: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (skill === general) return true
  if (seen.has(skill)) return false
  const path = new Set([...seen, skill])
  return catalogue.broader(skill).some((parent) => isBelow(catalogue, parent, general, path))
}
