import type { Both } from './both.ts'

const nl = {
  title: 'Onderdelen',
  lead: 'Alle bouwstenen van de site, met verzonnen voorbeelden. Voor wie meebouwt.',
  list: 'Alle onderdelen',
}

const en: typeof nl = {
  title: 'Components',
  lead: 'All building blocks of the site, with invented examples. For people who help to build.',
  list: 'All components',
}

export const partsWords = { nl, en } satisfies Both<typeof nl>
