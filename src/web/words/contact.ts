import type { Both } from './both.ts'

const nl = {
  mail: 'Mail naar',
  host: 'Meld het bij de organisatie die deze site aanbiedt.',
  ask: 'Stel haar aan de organisatie die deze site aanbiedt.',
  tell: 'Zeg op welke pagina het is, en wat er misgaat.',
}

const en: typeof nl = {
  mail: 'Write to',
  host: 'Tell the organisation that runs this site.',
  ask: 'Ask it of the organisation that runs this site.',
  tell: 'Say on which page it is, and what goes wrong.',
}

export const contactWords = { nl, en } satisfies Both<typeof nl>
