import type { Bilingual, Phase, Programme, TargetGroup, WhoPays } from '../trainings/index.ts'
import type { Shape } from './demo-curricula.ts'
import type { Random } from './random.ts'

type Details = Pick<Programme['facts'], 'phases' | 'jobGuarantee' | 'accessibility' | 'targetGroup' | 'admission' | 'whoPays'>

const share = { phases: 0.8, guaranteeSaid: 0.7, accessibility: 0.3, preference: 0.06, admission: 0.6, payers: 0.7 } as const

const talk: Bilingual = { nl: 'Gesprek over wat je wilt', en: 'Talk about what you want' }
const test: Bilingual = { nl: 'Korte toets: logisch denken', en: 'Short test: logical thinking' }
const trial: Bilingual = { nl: 'Proefdag', en: 'Trial day' }
const employer: Bilingual = { nl: 'Gesprek met de werkgever', en: 'Interview with the employer' }

const accessibilities: readonly Bilingual[] = [
  { nl: 'Rolstoeltoegankelijk, met een stille ruimte.', en: 'Accessible by wheelchair, with a quiet room.' },
  { nl: 'Alle video’s hebben ondertitels.', en: 'All videos have subtitles.' },
  { nl: 'Je kunt meer tijd krijgen voor toetsen.', en: 'You can get more time for tests.' },
]

/** A preference for a group must rest on a ground, also in a made-up world. */
const women: TargetGroup = {
  text: { nl: 'Vrouwen gaan voor als er te weinig plekken zijn.', en: 'Women go first when there are too few places.' },
  preference: {
    ground: {
      nl: 'Vrouwen zijn in dit vak ondervertegenwoordigd (WGB m/v artikel 5).',
      en: 'Women are underrepresented in this trade (Dutch equal treatment act for men and women, article 5).',
    },
  },
}

/** What people ask before they begin; of each a part is not known, as in the world. */
export function demoDetails(random: Random, shape: Shape, weeks: number): Details {
  return {
    ...(random.chance(share.phases) ? { phases: phasesOf(random, shape, weeks) } : {}),
    ...guaranteeOf(random, shape),
    ...(random.chance(share.accessibility) ? { accessibility: random.pick(accessibilities) } : {}),
    ...(shape === 'bootcamp' && random.chance(share.preference) ? { targetGroup: women } : {}),
    ...(random.chance(share.admission) ? { admission: admissionOf(shape) } : {}),
    ...(random.chance(share.payers) ? { whoPays: payersOf(shape) } : {}),
  }
}

function phasesOf(random: Random, shape: Shape, weeks: number): Phase[] {
  if (shape === 'own-pace') return [{ kind: 'selfStudy', weeks }]
  if (shape === 'dual') return dualPhases(random, weeks)
  return [{ kind: 'school', weeks, ...(shape === 'bootcamp' ? { schoolDays: 4 } : {}) }]
}

/** Some weeks at school before work begins, so that nobody begins with nothing. */
function dualPhases(random: Random, weeks: number): Phase[] {
  const before = Math.min(weeks - 1, random.int(2, 6))
  const wage = random.chance(0.7) ? { wageMonthEuro: random.int(22, 27) * 100 } : {}
  return [
    { kind: 'school', weeks: before, schoolDays: 4, employed: false },
    { kind: 'workAndSchool', weeks: weeks - before, schoolDays: 1, workDays: 4, employed: true, ...wage },
  ]
}

function guaranteeOf(random: Random, shape: Shape): Pick<Details, 'jobGuarantee'> {
  if (!random.chance(share.guaranteeSaid)) return {}
  return { jobGuarantee: shape === 'dual' }
}

function admissionOf(shape: Shape): Bilingual[] {
  if (shape === 'dual') return [talk, test, employer]
  return shape === 'bootcamp' ? [talk, test, trial] : [talk]
}

function payersOf(shape: Shape): WhoPays[] {
  return shape === 'dual' ? [{ party: 'employer' }] : [{ party: 'participant' }]
}
