import type { Language } from '../skills/index.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }
const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

const money = (language: Language, cents: number): string =>
  new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)
const languageName = (language: Language, code: string): string =>
  new Intl.DisplayNames([locales[language]], { type: 'language' }).of(code) ?? code
const range = (from: number, to: number, between: string): string => (from === to ? `${to}` : `${from} ${between} ${to}`)

const nl = {
  all: 'v/m/x',
  intro: (employer: string, place: string) => `${employer} zoekt een nieuwe collega in ${place}.`,
  asked: 'Wat vragen wij?',
  howLearned: 'Hoe je dit leerde, maakt niet uit: op school, op je werk of thuis.',
  welcome: 'Een pre',
  offer: 'Wat bieden wij?',
  apply: 'Solliciteren',
  applyText:
    'Kun je nog niet alles? Reageer toch. Wij kijken samen wat je hier kunt leren.\nHeb je een aanpassing nodig, bij het gesprek of op het werk? Laat het ons weten.\nVragen? [naam, telefoon of e-mail]',
  language: (code: string, level: number) => `${languageName('nl', code)} op niveau ${levels[level - 1] ?? ''}`,
  licence: (code: string) => (code === 'VCA' ? 'VCA' : `Rijbewijs ${code}`),
  conduct: 'Een verklaring omtrent het gedrag (VOG). Wij betalen die.',
  wage: (from: number, to: number) => `€ ${money('nl', from)} tot € ${money('nl', to)} bruto per uur`,
  hours: (from: number, to: number) => `${range(from, to, 'tot')} uur per week`,
  remote: (share: number) => `Ongeveer ${share} procent van je tijd werk je thuis, als je dat wilt`,
  contracts: {
    permanent: 'Een vast contract',
    temporary: 'Een tijdelijk contract',
    internship: 'Een stage',
    freelance: 'Een opdracht als zzp’er',
  },
  start: (date: string) => `Je begint vanaf ${date}`,
  learning: 'Tijd en geld om te leren: [noem wat iemand bij jullie leert]',
  blank: {
    employer: '[Naam van je organisatie]',
    place: '[plaats]',
    wage: '[Noem het salaris: van en tot, bruto per maand]',
    hours: '[Noem de uren: van en tot, per week]',
  },
}

const en: typeof nl = {
  all: 'm/f/x',
  intro: (employer, place) => `${employer} is looking for a new colleague in ${place}.`,
  asked: 'What we ask',
  howLearned: 'How you learned this does not matter: at school, at work or at home.',
  welcome: 'Nice to have',
  offer: 'What we offer',
  apply: 'How to apply',
  applyText:
    'Cannot do all of it yet? Apply anyway. Together we look at what you can learn here.\nDo you need an adjustment, in the interview or at work? Let us know.\nQuestions? [name, telephone or e-mail]',
  language: (code, level) => `${languageName('en', code)} at level ${levels[level - 1] ?? ''}`,
  licence: (code) => (code === 'VCA' ? 'VCA' : `Driving licence ${code}`),
  conduct: 'A certificate of conduct (VOG). We pay for it.',
  wage: (from, to) => `€${money('en', from)} to €${money('en', to)} gross per hour`,
  hours: (from, to) => `${range(from, to, 'to')} hours per week`,
  remote: (share) => `About ${share} percent of your time you work from home, if you want to`,
  contracts: {
    permanent: 'A permanent contract',
    temporary: 'A temporary contract',
    internship: 'An internship',
    freelance: 'A freelance assignment',
  },
  start: (date) => `You start from ${date}`,
  learning: 'Time and money to learn: [say what somebody learns with you]',
  blank: {
    employer: '[Name of your organisation]',
    place: '[place]',
    wage: '[Name the wage: from and to, gross per month]',
    hours: '[Name the hours: from and to, per week]',
  },
}

/** What a generated vacancy is written with. Both languages, or it does not compile. */
export const generatedWords = { nl, en } satisfies Record<Language, typeof nl>
