import type { Fact, Facts } from '../../engine/reading/index.ts'
import type { Span } from './check.ts'

/** A level of education that is asked, and where. */
export interface AskedEducation extends Span {
  /** The level as a posting names it: `hbo`. */
  readonly name: string
  /** *Or equal experience*: then years decide, where they are named. */
  readonly orExperience: boolean
}

/** By NLQF level, in words that are read back as that level. */
const names: Readonly<Record<number, string>> = {
  1: 'mbo-1',
  2: 'mbo-2',
  3: 'mbo-3',
  4: 'mbo-4',
  5: 'associate degree',
  6: 'hbo',
  7: 'master degree',
  8: 'doctoral degree',
}

/** The lowest level that the text demands, for that is enough; undefined where it demands none. */
export function readAskedEducation({ education }: Facts): AskedEducation | undefined {
  const demanded = education.filter((fact) => isDemanded(fact) && fact.value.levels.length > 0)
  const [first, ...others] = demanded
  if (!first) return undefined
  const { value, start, end } = others.reduce((least, one) => (lowest(one) < lowest(least) ? one : least), first)
  const name = names[lowest({ value })]
  return name === undefined ? undefined : { name, orExperience: value.orExperience, start, end }
}

type EducationFact = Facts['education'][number]

const lowest = ({ value }: Pick<EducationFact, 'value'>): number => Math.min(...value.levels)

/** Of a student the study is asked, not its end; and a bare level that is only named may be that of a colleague. */
function isDemanded({ kind, value }: Fact<EducationFact['value']>): boolean {
  if (value.asks === 'student') return false
  return kind === 'essential' || (kind === 'mentioned' && value.asks !== 'level')
}
