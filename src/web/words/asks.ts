import type { AskReason } from '../../modules/planning/index.ts'
import type { Both } from './both.ts'

const nl = {
  title: 'Vraag de opleider',
  lead: 'Deze opleidingen brengen je verder. Maar wij weten niet alles, zoals de start of de prijs. Daarom staan ze in geen route en zonder datum.',
  list: 'Opleidingen waar je naar kunt vragen',
  ask: (what: string) => `Vraag: ${what}.`,
  reasons: {
    start: 'wanneer je kunt starten',
    length: 'hoe lang het duurt',
    load: 'hoeveel uur per week',
    price: 'wat het kost',
  } as Record<AskReason, string>,
  opens: (low: string, high: string, isOne: boolean) =>
    low === high ? `Opent ${low} ${isOne ? 'baan' : 'banen'}` : `Opent misschien ${high} banen, ${low} zeker`,
  mostly: (occupations: string) => `Vooral: ${occupations}.`,
  derived: 'Wat je leert, leiden wij af uit de naam of de tekst. Vraag dit na.',
  weeks: (n: string) => `${n} weken`,
  hours: (n: string) => `${n} uur per week`,
  online: 'online',
}

const en: typeof nl = {
  title: 'Ask the provider',
  lead: 'These programmes bring you further. But we do not know everything, such as the start or the price. So they are in no route, and without a date.',
  list: 'Programmes to ask about',
  ask: (what) => `Ask: ${what}.`,
  reasons: { start: 'when you can start', length: 'how long it takes', load: 'how many hours a week', price: 'what it costs' },
  opens: (low, high, isOne) =>
    low === high ? `Opens ${low} ${isOne ? 'job' : 'jobs'}` : `May open ${high} jobs, ${low} for certain`,
  mostly: (occupations) => `Mostly: ${occupations}.`,
  derived: 'What you learn we derive from the name or the text. Ask about this.',
  weeks: (n) => `${n} weeks`,
  hours: (n) => `${n} hours a week`,
  online: 'online',
}

export const askWords = { nl, en } satisfies Both<typeof nl>
