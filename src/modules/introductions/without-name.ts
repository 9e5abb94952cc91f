import type { ShownProfile } from '../match-profiles/index.ts'
import type { Profile } from '../people/index.ts'

/**
 * What one organisation sees of somebody who asks it and is found by nobody: skills with how they are known, hours, and the labour-market region. No place finer
 * than that, no work or diploma that could single somebody out, and nothing of `decision 0007`.
 */
export function withoutName(profile: Profile, region: string | undefined): ShownProfile {
  const { answers, evidence, hours } = profile
  return {
    skills: Object.entries(answers)
      .filter(([, answer]) => answer !== 'no')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([skill, answer]) => ({
        skill,
        ...(answer === 'yes' ? {} : { level: answer as Exclude<typeof answer, 'yes' | 'no'> }),
        evidence: evidence?.[skill] ?? 'claimed',
      })),
    ...(region === undefined ? {} : { region }),
    ...(hours === undefined ? {} : { hours: [Math.max(1, Math.floor(hours[0] / 4) * 4), Math.ceil(hours[1] / 4) * 4] }),
  }
}
