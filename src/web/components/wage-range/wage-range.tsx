import type { ReactNode } from 'react'
import { placed } from '../../placed.ts'
import { centsText, euroText } from '../../words/format.ts'
import { occupationWords } from '../../words/occupation.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Unknown } from '../facts-band/facts-band.tsx'

export interface WageRow {
  readonly name: string
  readonly note?: ReactNode
  /** Cents an hour; undefined: not known, and `why`. */
  readonly range?: { readonly lowCents: number; readonly middleCents: number; readonly highCents: number } | undefined
  /** The middle as a wage per month at 36 hours. */
  readonly monthEuro?: number | undefined
  readonly why?: string
}

/** Wages as bars on one scale from zero: from 25 to 75 of 100, with a mark at the middle. */
export function WageRange({ rows }: { readonly rows: readonly WageRow[] }) {
  const language = useLanguage()
  const words = occupationWords[language]
  const most = Math.max(1, ...rows.map(({ range }) => range?.highCents ?? 0)) * 1.1
  const part = (cents: number): number => (100 * cents) / most
  return (
    <ul className="rng">
      {rows.map(({ name, note, range, monthEuro, why }) => (
        <li key={name}>
          <div>
            <strong>{name}</strong>
            {note ? (
              <>
                <br />
                <span className="note">{note}</span>
              </>
            ) : null}
          </div>
          {range ? (
            <>
              <div className="tr" aria-hidden="true">
                <i {...placed({ at: part(range.lowCents), size: part(range.highCents - range.lowCents) })} />
                <b {...placed({ at: part(range.middleCents) })} />
              </div>
              <span className="num">
                {words.wageRange(centsText(range.lowCents, language), centsText(range.highCents, language))}
                <br />
                <span className="note">
                  {words.wageMiddle(centsText(range.middleCents, language), euroText(monthEuro ?? 0, language))}
                </span>
              </span>
            </>
          ) : (
            <>
              <span>
                <Unknown>{words.unknown}</Unknown>
              </span>
              <span className="note">{why}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
