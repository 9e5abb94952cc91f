import type { Both } from './both.ts'

const nl = {
  filters: 'Filters',
  filtersOn: (n: number) => (n === 0 ? 'Filters' : `Filters (${n} aan)`),
  apply: 'Pas filters toe',
  clear: 'Haal alle filters weg',
  any: 'Maakt niet uit',
  more: (n: number) => `Nog ${n}`,
  chips: 'Filters die aan staan',
  remove: (label: string) => `Haal filter weg: ${label}`,
  region: 'Regio',
  standing: 'Vergeleken',
  chosen: 'gekozen',
  units: {
    vacancies: (n: number) => (n === 1 ? '1 vacature' : `${n} vacatures`),
    programmes: (n: number) => (n === 1 ? '1 opleiding' : `${n} opleidingen`),
  },
  unitNames: { vacancies: 'Vacatures', programmes: 'Opleidingen' },
  classes: { none: 'geen', few: 'weinig', average: 'gemiddeld', many: 'veel' },
  /** After the number, for who hears the map: the number, the whole name of the region, and how it stands. */
  tile: (count: string, name: string, standing: string, isOn: boolean) =>
    ` (${count} in ${name}, ${standing}${isOn ? '. Gekozen, haal dit filter weg' : ''})`,
  tilesNote:
    'Elk blokje is een regio, ongeveer op zijn plek. De balk en de tint zeggen hoeveel. Weinig: minder dan de helft van het gemiddelde. Veel: meer dan twee keer.',
  tilesTop: 'Hier zijn de meeste',
  tilesTable: (n: number) => `Alle ${n} regio’s als tabel`,
  saveTitle: 'Bewaar deze lijst als link',
  save: 'Deze link is jouw zoekopdracht. Bewaar of deel hem. Er staan alleen filters in, niet wie je bent.',
  copy: 'Kopieer de link',
  copied: 'Gekopieerd',
  paging: 'Bladeren',
  range: (from: string, upTo: string, total: string) => `${from} tot ${upTo} van ${total}`,
  total: (total: string) => `${total} in totaal`,
  first: 'Terug naar het begin',
  next: 'Volgende',
  sort: 'Eerst',
  silent: (n: string) => `${n} zeggen het niet.`,
}

const en: typeof nl = {
  filters: 'Filters',
  filtersOn: (n) => (n === 0 ? 'Filters' : `Filters (${n} on)`),
  apply: 'Apply filters',
  clear: 'Remove all filters',
  any: 'Any',
  more: (n) => `${n} more`,
  chips: 'Filters that are on',
  remove: (label) => `Remove filter: ${label}`,
  region: 'Region',
  standing: 'Compared',
  chosen: 'chosen',
  units: {
    vacancies: (n) => (n === 1 ? '1 vacancy' : `${n} vacancies`),
    programmes: (n) => (n === 1 ? '1 programme' : `${n} programmes`),
  },
  unitNames: { vacancies: 'Vacancies', programmes: 'Programmes' },
  classes: { none: 'none', few: 'few', average: 'average', many: 'many' },
  tile: (count, name, standing, isOn) => ` (${count} in ${name}, ${standing}${isOn ? '. Chosen, remove this filter' : ''})`,
  tilesNote:
    'Each tile is a region, about in its place. Bar and shade say how many. Few: less than half the average. Many: more than twice.',
  tilesTop: 'Most are here',
  tilesTable: (n) => `All ${n} regions as a table`,
  saveTitle: 'Keep this list as a link',
  save: 'This link is your search. Keep it or share it. It holds filters only, not who you are.',
  copy: 'Copy the link',
  copied: 'Copied',
  paging: 'Pages',
  range: (from, upTo, total) => `${from} to ${upTo} of ${total}`,
  total: (total) => `${total} in all`,
  first: 'Back to the first page',
  next: 'Next',
  sort: 'First',
  silent: (n) => `${n} do not say.`,
}

export const searchWords = { nl, en } satisfies Both<typeof nl>
