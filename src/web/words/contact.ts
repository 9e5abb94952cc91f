import type { Both } from './both.ts'

const nl = {
  mail: 'Mail naar',
  host: 'Meld het bij de organisatie die deze site aanbiedt.',
  ask: 'Stel die vraag aan de organisatie die deze site aanbiedt.',
  tell: 'Zeg op welke pagina het is, en wat er misgaat.',
}

const en: typeof nl = {
  mail: 'Write to',
  host: 'Tell the organisation that runs this site.',
  ask: 'Ask the organisation that runs this site.',
  tell: 'Say which page it is on, and what goes wrong.',
}

export const contactWords = { nl, en } satisfies Both<typeof nl>
