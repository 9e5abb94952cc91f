import type { RegionTile } from '../../search/facet-view.ts'
import type { Example } from '../example.ts'
import { RegionTiles } from './region-tiles.tsx'

const places: readonly (readonly [string, string, string, number, number, number])[] = [
  ['AM02', 'Friesland', 'Fries­land', 1, 6, 6],
  ['AM01', 'Groningen', 'Gronin­gen', 1, 7, 12],
  ['AM36', 'Regio Zwolle', 'Zwolle', 2, 6, 30],
  ['AM18', 'Groot Amsterdam', 'Groot A’dam', 4, 3, 131],
  ['AM14', 'Amersfoort', 'Amers­foort', 4, 5, 31],
  ['AM13', 'Midden-Utrecht', 'Midden-Utrecht', 5, 4, 88],
  ['AM35', 'Gorinchem', 'Gorin­chem', 6, 4, 0],
]

const tiles: readonly RegionTile[] = places.map(([code, name, label, row, column, count]) => ({
  ...{ code, name, label, row, column, count },
  href: `?region=${code}`,
  isOn: code === 'AM14',
}))

export const examples: readonly Example[] = [
  { title: 'RegionTiles', view: () => <RegionTiles tiles={tiles} unit="vacancies" label="Voorbeeld: vacatures per regio" /> },
]
