import type { Region } from '../../modules/regions/index.ts'
import type { FacetCount } from '../../modules/vacancies/index.ts'
import type { RegionTile } from './facet-view.ts'

/** The regions as tiles, each with its count; all regions are there, also those without any. */
export function regionTiles(
  regions: readonly Region[],
  counts: readonly FacetCount[],
  link: (code: string) => string,
  chosen: readonly string[] = [],
): RegionTile[] {
  const counted = new Map(counts.map(({ value, count }) => [value, count]))
  return regions.map(({ code, name, tile }) => ({
    ...{ code, name, label: tile.label, row: tile.row, column: tile.column },
    count: counted.get(code) ?? 0,
    href: link(code),
    isOn: chosen.includes(code),
  }))
}
