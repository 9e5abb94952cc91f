import type { SkillReason } from '../../modules/planning/index.ts'
import type { Both } from './both.ts'

type State = SkillReason['state']
type How = NonNullable<SkillReason['through']>['how']

const nl = {
  states: { have: 'Heb je', near: 'Bijna', learn: 'Leer je', unknown: 'Niet bekend', miss: 'Mist nog' } as Record<State, string>,
  legend: { have: 'heb je', near: 'bijna', learn: 'leer je', unknown: 'niet bekend', miss: 'mist nog' } as Record<State, string>,
  levels: { 1: 'een beetje', 2: 'zelfstandig', 3: 'goed', 4: 'expert' },
  weights: { essential: 'Nodig', important: 'Belangrijk', somewhat: 'Fijn' },
  counts: (n: Record<State, number>) =>
    [
      `${n.have} heb je`,
      `${n.near} bijna`,
      ...(n.learn > 0 ? [`${n.learn} leer je`] : []),
      ...(n.unknown > 0 ? [`${n.unknown} niet bekend`] : []),
      `${n.miss} mist nog`,
    ].join(', '),
  ofTotal: (of: number, total: number) => `${of} van ${total} skills heb je, of bijna`,
  caption: 'Skills voor deze baan',
  columns: { skill: 'Skill', state: 'Stand', how: 'Hoe weten we dat?' },
  need: (level: string) => `niveau: ${level}`,
  evidence: { claimed: 'Jij zei het', evidenced: 'Met bewijs', verified: 'Gecontroleerd' },
  how: {
    same: (label: string) => `${label}`,
    specific: (label: string) => `Je kunt ${label}. Dat hoort hierbij.`,
    close: (label: string) => `Bijna hetzelfde als ${label}`,
    related: (label: string) => `Lijkt op ${label}`,
    sibling: (label: string) => `Lijkt op ${label}`,
    general: (label: string) => `Je kunt ${label}. Dit is er een deel van.`,
  } as Record<How, (label: string) => string>,
  atLevel: (level: string) => `niveau ${level}`,
  learntIn: (training: string) => `Je leert dit in ${training}`,
  notAsked: 'Hier vroegen we nog niet naar',
  notNeeded: 'Niet nodig om te beginnen',
  needed: 'Nodig voor deze baan',
  tooLow: (label: string, level: string) => `Je kunt ${label}, niveau: ${level}. Dat is nog niet genoeg.`,
}

const en: typeof nl = {
  states: { have: 'You have it', near: 'Almost', learn: 'You learn it', unknown: 'Not known', miss: 'Still missing' },
  legend: { have: 'you have', near: 'almost', learn: 'you learn', unknown: 'not known', miss: 'still missing' },
  levels: { 1: 'a little', 2: 'on my own', 3: 'well', 4: 'expert' },
  weights: { essential: 'Needed', important: 'Important', somewhat: 'Nice to have' },
  counts: (n) =>
    [
      `${n.have} you have`,
      `${n.near} almost`,
      ...(n.learn > 0 ? [`${n.learn} you learn`] : []),
      ...(n.unknown > 0 ? [`${n.unknown} not known`] : []),
      `${n.miss} still missing`,
    ].join(', '),
  ofTotal: (of, total) => `You have ${of} of ${total} skills, or almost`,
  caption: 'Skills for this job',
  columns: { skill: 'Skill', state: 'State', how: 'How do we know?' },
  need: (level) => `level: ${level}`,
  evidence: { claimed: 'You said so', evidenced: 'With evidence', verified: 'Verified' },
  how: {
    same: (label) => `${label}`,
    specific: (label) => `You know ${label}. That is part of this.`,
    close: (label) => `Nearly the same as ${label}`,
    related: (label) => `Resembles ${label}`,
    sibling: (label) => `Resembles ${label}`,
    general: (label) => `You know ${label}. This is a part of it.`,
  },
  atLevel: (level) => `level ${level}`,
  learntIn: (training) => `You learn this in ${training}`,
  notAsked: 'We have not asked about this yet',
  notNeeded: 'Not needed to start',
  needed: 'Needed for this job',
  tooLow: (label, level) => `You know ${label}, level: ${level}. That is not enough yet.`,
}

export const skillWords = { nl, en } satisfies Both<typeof nl>
