import { Link } from 'react-router'
import { placed } from '../../placed.ts'
import type { RegionTile } from '../../search/facet-view.ts'
import { numberText } from '../../words/format.ts'
import { searchWords } from '../../words/search.ts'
import { useLanguage } from '../../words/use-words.ts'
import { countClass } from './count-class.ts'

export type TileUnit = keyof (typeof searchWords)['nl']['units']

/**
 * The labour-market regions as equal tiles, about where they lie. Each is a link that narrows the list. A bar from zero, a shade, the
 * number and a word say how many; the table under it says the same.
 */
export function RegionTiles({
  tiles,
  unit,
  label,
}: {
  readonly tiles: readonly RegionTile[]
  readonly unit: TileUnit
  /** Name of the map, for who hears it. */
  readonly label: string
}) {
  const language = useLanguage()
  const words = searchWords[language]
  const most = Math.max(1, ...tiles.map(({ count }) => count))
  const ordered = [...tiles].sort((a, b) => a.row - b.row || a.column - b.column)
  return (
    <div className="grid g2 regionbox">
      <div>
        <nav className="mmap tiles" aria-label={label}>
          {ordered.map(({ code, name, label: short, row, column, count, href, isOn }) => {
            const standing = countClass(count, tiles)
            return (
              <Link
                key={code}
                to={href}
                preventScrollReset
                className={`tile-${standing}`}
                aria-current={isOn ? 'true' : undefined}
                {...placed({ row, column, size: Math.round((100 * count) / most) })}
              >
                <span lang="nl">{short}</span> <b>{numberText(count, language)}</b>
                <span className="vh">{words.tile(words.units[unit](count), name, words.classes[standing], isOn)}</span>
              </Link>
            )
          })}
        </nav>
        <ul className="legend note tile-key">
          {(['none', 'few', 'average', 'many'] as const).map((one) => (
            <li key={one}>
              <i className={`tile-${one}`} aria-hidden="true" />
              {words.classes[one]}
            </li>
          ))}
        </ul>
        <p className="note">{words.tilesNote}</p>
      </div>
      <div>
        <RegionTable tiles={byCount(tiles).slice(0, mostInTop)} all={tiles} unit={unit} caption={words.tilesTop} />
        <details className="twin">
          <summary>{words.tilesTable(tiles.length)}</summary>
          <RegionTable tiles={byCount(tiles)} all={tiles} unit={unit} caption={label} />
        </details>
      </div>
    </div>
  )
}

const mostInTop = 8

function byCount(tiles: readonly RegionTile[]): RegionTile[] {
  return [...tiles].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'nl'))
}

function RegionTable({
  tiles,
  all,
  unit,
  caption,
}: {
  readonly tiles: readonly RegionTile[]
  /** What their counts are compared with. */
  readonly all: readonly RegionTile[]
  readonly unit: TileUnit
  readonly caption: string
}) {
  const language = useLanguage()
  const words = searchWords[language]
  return (
    <div className="scroll">
      <table className="dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.region}</th>
            <th scope="col" className="r">
              {words.unitNames[unit]}
            </th>
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {tiles.map(({ code, name, count, href, isOn }) => (
            <tr key={code}>
              <th scope="row">
                <Link to={href} preventScrollReset aria-current={isOn ? 'true' : undefined}>
                  {name}
                </Link>
                {isOn ? `, ${words.chosen}` : ''}
              </th>
              <td className="r">{numberText(count, language)}</td>
              <td>{words.classes[countClass(count, all)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
