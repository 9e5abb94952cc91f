import type { Both } from './both.ts'

const nl = {
  title: 'Toegankelijkheid',
  description: 'Hoe toegankelijk Schakel is: wat er getest is en hoe, wat nog niet goed is, en waar je een probleem meldt.',
  lead: 'Iedereen moet Schakel kunnen gebruiken. Hier staat wat we testen, en wat we nog niet weten.',
  goal: 'Waar we naar streven',
  goalText:
    'Wij bouwen naar WCAG 2.2, niveau AA. De Europese norm EN 301 549 vraagt voor websites WCAG 2.1, niveau AA. Dat zit daarin.',
  status: 'Wij geven onszelf geen status',
  statusText:
    'In Nederland heeft een verklaring een status van A tot E. Voor A of B is een volledig onderzoek nodig, volgens WCAG-EM. Dat is er nog niet. Daarom zeggen wij niet dat Schakel helemaal voldoet.',
  statusHost:
    'Biedt een overheid deze site aan? Dan maakt die zelf een verklaring, laat onderzoek doen en zet de verklaring in het register.',
  statusLink: (date: string) => `Wat elke status vraagt (gezien op ${date})`,
  testedTitle: 'Wat is er getest?',
  testedLead: (date: string) => `Alles hieronder lukte op ${date}. De tests horen bij het programma: iedereen kan ze zelf doen.`,
  columns: { what: 'Wat', how: 'Hoe', found: 'Uitkomst' },
  noFaults: 'geen fouten gevonden',
  works: 'dit lukt',
  tests: {
    pages: {
      what: 'Elke soort pagina, in twee talen',
      how: (axe: string, wide: string, small: string) =>
        `Met axe ${axe}, in een venster van ${wide} breed, en in een van ${small} met alles opengeklapt.`,
    },
    parts: {
      what: 'Elk onderdeel van de site',
      how: 'Met axe, op een pagina met voorbeelden van alle onderdelen.',
      link: 'Bekijk de onderdelen',
    },
    dark: { what: 'Donkere kleuren', how: 'Met axe, op de belangrijkste pagina’s.' },
    reflow: {
      what: 'Smal venster, of sterk vergroot',
      how: (smallest: string) => `Elke soort pagina op ${smallest} breed: je hoeft niet opzij te schuiven.`,
    },
    keys: {
      what: 'Alleen het toetsenbord',
      how: 'Je ziet steeds waar je bent. Je komt bij elke route. Een beroep zoeken en kiezen lukt.',
    },
    noScript: {
      what: 'Zonder JavaScript',
      how: 'Een profiel maken, routes en lijsten bekijken, filteren, een cv laten lezen, en alles wissen.',
    },
  },
  untested: 'Wat weten we nog niet, en wat is nog niet goed?',
  untestedLead: 'Een test met de computer vindt maar een deel van de fouten. Dit is dus geen volledig onderzoek.',
  untestedList: [
    'Mensen met een beperking hebben de site nog niet getest.',
    'Niemand liep de site na met een schermlezer. De code is er wel op gemaakt.',
    'Of de teksten echt op taalniveau B1 zijn, is niet met lezers getest.',
    'Teksten van vacatures en opleidingen zijn van anderen. Die kunnen moeilijk zijn. Soms raden wij in welke taal ze zijn.',
    'Op een telefoon zijn de letters in de kaart van regio’s klein. Dezelfde cijfers staan eronder als tabel.',
    'Voorbeelden op de pagina met onderdelen zijn in het Nederlands, ook op de Engelse pagina.',
    'Meer ruimte tussen letters en regels, met je eigen instellingen, is niet getest.',
  ] as readonly string[],
  report: 'Lukt iets niet? Zeg het.',
  reportMore:
    'Schrijf ook welk hulpmiddel je gebruikt, zoals een schermlezer of vergroting. Kun je iets niet lezen? Vraag het dan in een andere vorm.',
  appeal: 'Kom je er niet uit met een overheid die deze site aanbiedt? Dan kun je naar de',
  appealLink: 'Nationale ombudsman',
  made: (date: string) => `Deze verklaring is van ${date}. Zij gaat over het programma Schakel zoals het hier draait.`,
  px: (n: number) => `${n} pixels`,
}

const en: typeof nl = {
  title: 'Accessibility',
  description: 'How accessible Schakel is: what was tested and how, what is not right yet, and where to report a problem.',
  lead: 'Everyone must be able to use Schakel. This page says what we test, and what we do not know yet.',
  goal: 'What we aim for',
  goalText:
    'We build to WCAG 2.2, level AA. The European standard EN 301 549 asks for WCAG 2.1, level AA, on websites. That is part of it.',
  status: 'We give ourselves no status',
  statusText:
    'In the Netherlands a statement has a status from A to E. For A or B a full evaluation is needed, by WCAG-EM. There is none yet. So we do not say that Schakel conforms in full.',
  statusHost:
    'Does a public body run this site? Then it makes a statement of its own, has the site evaluated and puts the statement in the register.',
  statusLink: (date) => `What each status asks for (in Dutch, seen on ${date})`,
  testedTitle: 'What was tested?',
  testedLead: (date) => `All below passed on ${date}. The tests come with the program: anyone can run them.`,
  columns: { what: 'What', how: 'How', found: 'Result' },
  noFaults: 'no faults found',
  works: 'this works',
  tests: {
    pages: {
      what: 'Each kind of page, in two languages',
      how: (axe, wide, small) => `With axe ${axe}, in a window of ${wide} wide, and in one of ${small} with everything unfolded.`,
    },
    parts: {
      what: 'Each component of the site',
      how: 'With axe, on a page with examples of all components.',
      link: 'See the components',
    },
    dark: { what: 'Dark colours', how: 'With axe, on the main pages.' },
    reflow: {
      what: 'A narrow window, or much enlarged',
      how: (smallest) => `Each kind of page at ${smallest} wide: you do not have to scroll sideways.`,
    },
    keys: {
      what: 'The keyboard alone',
      how: 'You always see where you are. You can reach each route. Searching and choosing an occupation works.',
    },
    noScript: {
      what: 'Without JavaScript',
      how: 'Making a profile, seeing routes and lists, filtering, having a CV read, and erasing everything.',
    },
  },
  untested: 'What do we not know yet, and what is not right yet?',
  untestedLead: 'A test by computer finds only part of the faults. So this is no full evaluation.',
  untestedList: [
    'People with a disability have not tested the site yet.',
    'Nobody went through the site with a screen reader. The code was made for it.',
    'Whether the Dutch texts really are at level B1 was not tested with readers.',
    'Texts of vacancies and programmes are written by others. They can be hard to read. Sometimes we guess which language they are in.',
    'On a phone the letters in the map of regions are small. The same figures are below it as a table.',
    'Examples on the page with components are in Dutch, on the English page too.',
    'More space between letters and lines, with your own settings, was not tested.',
  ],
  report: 'Does something not work? Tell us.',
  reportMore:
    'Also say which aid you use, such as a screen reader or magnifier. Is there something you cannot read? Ask for it in another form.',
  appeal: 'Can you not sort it out with a public body that runs this site? Then you can go to the national ombudsman, the',
  appealLink: 'Nationale ombudsman',
  made: (date) => `This statement is from ${date}. It is about the program Schakel as it runs here.`,
  px: (n) => `${n} pixels`,
}

export const accessibilityWords = { nl, en } satisfies Both<typeof nl>
