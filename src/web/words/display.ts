import type { Both } from './both.ts'

const nl = {
  title: 'Licht of donker',
  lead: 'Kies wat voor jou prettig leest. We bewaren je keuze in een cookie op dit apparaat.',
  question: 'Welke kleuren wil je?',
  themes: { system: 'Zoals mijn apparaat', light: 'Licht', dark: 'Donker' },
  save: 'Bewaar keuze',
}

const en: typeof nl = {
  title: 'Light or dark',
  lead: 'Choose what reads best. We keep your choice in a cookie on this device.',
  question: 'Which colours do you want?',
  themes: { system: 'Like my device', light: 'Light', dark: 'Dark' },
  save: 'Save choice',
}

export const displayWords = { nl, en } satisfies Both<typeof nl>
