import type { Cefr, Person } from '../../src/engine/matching/person.ts'
import type { World } from '../../src/engine/planning/engine.ts'
import type { Change } from '../../src/engine/planning/plan.ts'
import type { Level } from '../../src/engine/taxonomy/concept.ts'

export interface Asking {
  readonly world: World
  readonly person: Person
}

/**
 * The person after a change, and the world to ask again in. The world moves in two cases only: a supposed answer does not
 * count towards the answers after which silence is no, and a lower wage floor per hour is the same as a higher wage.
 */
export function applyChange({ world, person }: Asking, change: Change): Asking {
  const become = (part: Partial<Person>): Asking => ({ world, person: { ...person, ...part } })
  const study = person.study ?? {}
  switch (change.item) {
    case 'skill': {
      const answers = { ...person.answers, [change.skill]: change.to as Level }
      const added = Object.keys(answers).length - Object.keys(person.answers).length
      const { transfer } = world.settings
      const asked = { ...transfer, answersBeforeSilenceIsNo: transfer.answersBeforeSilenceIsNo + added }
      return {
        world: { ...world, settings: { ...world.settings, transfer: asked } },
        person: { ...person, answers, evidence: { ...person.evidence, [change.skill]: 'verified' } },
      }
    }
    case 'wageFloorCentsPerHour': {
      const vacancies = world.vacancies.map((vacancy) =>
        vacancy.wageCents === undefined
          ? vacancy
          : { ...vacancy, wageCents: [vacancy.wageCents[0], vacancy.wageCents[1] + change.by] as const },
      )
      return { world: { ...world, vacancies }, person }
    }
    case 'hoursMore':
      return become({ hours: [person.hours![0], person.hours![1] + change.by] })
    case 'hoursFewer':
      return become({ hours: [person.hours![0] - change.by, person.hours![1]] })
    case 'travelMinutes':
      return become({ place: { ...person.place!, maxMinutes: person.place!.maxMinutes + change.by } })
    case 'startWeeksEarlier':
      return become({ availableFrom: Math.max(world.settings.thisWeek, person.availableFrom! - change.by) })
    case 'language':
      return become({ languages: { ...person.languages, [change.code]: change.to as Cefr } })
    case 'licence':
      return become({ licences: [...person.licences!, change.code] })
    case 'certificateOfConduct':
      return become({ certificateOfConduct: true })
    case 'ownCost':
      return become({ study: { ...study, ownCostEuro: study.ownCostEuro! + change.by } })
    case 'totalWeeks':
      return become({ study: { ...study, totalWeeks: study.totalWeeks! + change.by } })
    case 'studyHours':
      return become({ study: { ...study, hoursPerWeek: study.hoursPerWeek! + change.by } })
  }
}

export const applyChanges = (asking: Asking, changes: readonly Change[]): Asking => changes.reduce(applyChange, asking)
