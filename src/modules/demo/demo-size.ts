import { Invalid } from '../../platform/index.ts'

/** How large the demo world is. */
export interface DemoSize {
  readonly vacancies: number
  readonly programmes: number
  readonly offerings: number
  readonly people: number
}

/** What a first start loads, and what `reset` makes where no size is asked. */
export const demoSize: DemoSize = { vacancies: 4000, programmes: 150, offerings: 600, people: 20_000 }

/** About all of Dutch ICT: to try the product at the size of the country. */
export const nationalSize: DemoSize = { vacancies: 120_000, programmes: 2000, offerings: 8000, people: 200_000 }

/** Sizes that have a name. */
export const demoSizes = { standard: demoSize, national: nationalSize } as const

export const fewestVacancies = 100

/**
 * The size that was asked for: by name, or so many vacancies with trainings and people in proportion to the national world.
 * @throws Invalid when it is neither, or out of bounds
 */
export function demoSizeOf(asked: string): DemoSize {
  if (Object.hasOwn(demoSizes, asked)) return demoSizes[asked as keyof typeof demoSizes]
  const vacancies = /^\d+$/.test(asked) ? Number(asked) : 0
  if (vacancies < fewestVacancies || vacancies > nationalSize.vacancies) {
    throw new Invalid(
      'size',
      `The size of a demo world is ${Object.keys(demoSizes).join(', ')}, or a number of vacancies from ${fewestVacancies} to ${nationalSize.vacancies}.`,
    )
  }
  const share = vacancies / nationalSize.vacancies
  return {
    vacancies,
    programmes: Math.ceil(nationalSize.programmes * share),
    offerings: Math.ceil(nationalSize.offerings * share),
    people: Math.ceil(nationalSize.people * share),
  }
}

export function rowsOf({ vacancies, programmes, offerings, people }: DemoSize): number {
  return vacancies + programmes + offerings + people
}
