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

export const fewestDemoVacancies = 100

/**
 * The size that was asked for: by name, or so many vacancies with trainings and people in proportion to the national world; undefined when
 * it is neither, or has too few or too many.
 */
export function demoSizeOf(asked: string): DemoSize | undefined {
  if (asked === 'standard') return demoSize
  if (asked === 'national') return nationalSize
  const vacancies = /^\d+$/.test(asked) ? Number(asked) : 0
  if (vacancies < fewestDemoVacancies || vacancies > nationalSize.vacancies) return undefined
  const share = vacancies / nationalSize.vacancies
  return {
    vacancies,
    programmes: Math.ceil(nationalSize.programmes * share),
    offerings: Math.ceil(nationalSize.offerings * share),
    people: Math.ceil(nationalSize.people * share),
  }
}

export function isStandardSize(size: DemoSize): boolean {
  return size.vacancies === demoSize.vacancies && size.programmes === demoSize.programmes
}

export function rowsOf({ vacancies, programmes, offerings, people }: DemoSize): number {
  return vacancies + programmes + offerings + people
}
