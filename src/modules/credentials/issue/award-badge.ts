import type { AskedBadge } from './achievement.ts'
import type { AwardedUnit, CompletedProgramme, VerifiedPractice } from './work.ts'

/** What the badge of an award says. Nothing of the work itself: who did what at which employer stands with the award, for who may see it. */
export function badgeOfAward({ unit, title, credits, activities }: AwardedUnit): AskedBadge {
  return {
    about: { kind: 'unit', ref: unit },
    title,
    description: {
      nl: `Wie dit bewijs heeft, rondde "${title.nl}" af door te leren tijdens het werk.`,
      en: `Whoever holds this completed "${title.en}" by learning while working.`,
    },
    criteria: {
      nl: 'Activiteiten op het werk, op feiten bevestigd door een praktijkbegeleider en beoordeeld door een beoordelaar van de school.',
      en: 'Activities at work, their facts confirmed by a practice supervisor and assessed by an assessor of the school.',
    },
    ...(credits !== undefined && credits > 0 ? { credits } : {}),
    ...(activities > 0
      ? { evidence: [{ description: `${activities} bevestigde activiteiten op het werk / confirmed activities at work` }] }
      : {}),
  }
}

/** What the badge of a completed programme says. */
export function badgeOfProgramme({ programme, title }: CompletedProgramme): AskedBadge {
  return {
    about: { kind: 'programme', ref: programme },
    title,
    description: {
      nl: `Wie dit bewijs heeft, rondde de opleiding "${title.nl}" af.`,
      en: `Whoever holds this completed the programme "${title.en}".`,
    },
    criteria: { nl: 'De opleider zei dat de opleiding is afgerond.', en: 'The educator said that the programme was completed.' },
  }
}

/** What the badge of work while learning says: how many hours, and that the employer confirmed them. What was done there stands in no badge. */
export function badgeOfPractice(placement: string, { title, confirmedHours }: VerifiedPractice): AskedBadge {
  const hours = Math.round(confirmedHours)
  return {
    about: { kind: 'practice', ref: placement },
    title: { nl: `Praktijk: ${title.nl}`.slice(0, longestTitle), en: `Practice: ${title.en}`.slice(0, longestTitle) },
    description: {
      nl: `Wie dit bewijs heeft, werkte en leerde tegelijk bij de opleiding "${title.nl}", tot het einde.`,
      en: `Whoever holds this worked and learned at once with the programme "${title.en}", to its end.`,
    },
    criteria: {
      nl: 'Uren op het werk die de praktijkbegeleider week voor week bevestigde.',
      en: 'Hours at work that the practice supervisor confirmed week by week.',
    },
    evidence: [{ description: `${hours} bevestigde uren op het werk / confirmed hours at work` }],
  }
}

const longestTitle = 120
