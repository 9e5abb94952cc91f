import type { Both } from './both.ts'

const nl = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  mainMenu: 'Hoofdmenu',
  nav: {
    profile: 'Mijn profiel',
    doors: 'Cursussen',
    plans: 'Routes',
    vacancies: 'Vacatures',
    programmes: 'Opleidingen',
    occupations: 'Beroepen',
  },
  otherLanguage: 'English',
  demoTitle: 'Oefenversie.',
  demo: 'Mensen, werkgevers en aantallen zijn verzonnen. Je kunt niets kapotmaken.',
  demoLink: 'Wat is echt?',
  helpTitle: 'Hulp van een mens',
  help: 'Kom je er niet uit? Het Werkcentrum in jouw regio helpt je gratis. Je mag bellen of binnenlopen.',
  findTitle: 'Zoek zelf',
  find: {
    vacancies: 'Vacatures',
    programmes: 'Opleidingen',
    occupations: 'Beroepen',
    initiatives: 'Initiatieven',
  } as Readonly<Record<string, string>>,
  aboutTitle: 'Over Schakel',
  about: {
    howItWorks: 'Zo rekent Schakel',
    yourData: 'Jouw gegevens',
    dataUse: 'Wat wij met gegevens doen',
    sources: 'Bronnen',
    accessibility: 'Toegankelijkheid',
  } as Readonly<Record<string, string>>,
  api: 'Voor programma’s (API)',
  displayTitle: 'Taal en weergave',
  display: 'Licht of donker',
}

const en: typeof nl = {
  skip: 'Skip to content',
  menu: 'Menu',
  mainMenu: 'Main menu',
  nav: {
    profile: 'My profile',
    doors: 'Courses',
    plans: 'Routes',
    vacancies: 'Vacancies',
    programmes: 'Programmes',
    occupations: 'Occupations',
  },
  otherLanguage: 'Nederlands',
  demoTitle: 'Demo.',
  demo: 'People, employers and counts are invented. You cannot break anything.',
  demoLink: 'What is real?',
  helpTitle: 'Help from a person',
  help: 'Stuck? The Werkcentrum (public job centre) in your region helps you for free. You can call or walk in.',
  findTitle: 'Search on your own',
  find: { vacancies: 'Vacancies', programmes: 'Programmes', occupations: 'Occupations', initiatives: 'Initiatives' },
  aboutTitle: 'About Schakel',
  about: {
    howItWorks: 'How Schakel works',
    yourData: 'Your data',
    dataUse: 'What we do with data',
    sources: 'Sources',
    accessibility: 'Accessibility',
  },
  api: 'For programs (API)',
  displayTitle: 'Language and display',
  display: 'Light or dark',
}

export const shellWords = { nl, en } satisfies Both<typeof nl>
