import type { CheckItem, VacancyCheckView } from '../../../modules/vacancy-checks/index.ts'
import { useLanguage } from '../../words/use-words.ts'
import { ItemMark, lookOf } from './item-mark.tsx'
import { linesOf, type Segment, type TextLine } from './segments.ts'

/** A vacancy text with numbers at its demands and letters at the rest; each leads to what is said of it, and has its own place to come back to. */
export function MarkedText({ view: { text, title, items, textLanguage } }: { readonly view: VacancyCheckView }) {
  const language = useLanguage()
  const lines = linesOf(text, items)
  return (
    <div className="paper" lang={textLanguage === language ? undefined : textLanguage}>
      {groupsOf(lines).map((group) =>
        group.isList ? (
          <ul key={group.start}>
            {group.lines.map((line) => (
              <li key={line.start}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        ) : (
          group.lines.map((line) => (
            <p key={line.start} className={lookOfLine(line, title?.start)}>
              <Line line={line} />
            </p>
          ))
        ),
      )}
    </div>
  )
}

const longestHeading = 60

/** The title, and short lines that end as headings do, stand out as they do on a page with vacancies. */
function lookOfLine({ start, segments }: TextLine, title: number | undefined): string | undefined {
  if (start === title) return 'paper-t'
  const words = segments.map((segment) => segment.words).join('')
  return words.length <= longestHeading && /[?:]\s*$/.test(words) ? 'paper-h' : undefined
}

interface Group {
  readonly start: number
  readonly isList: boolean
  readonly lines: TextLine[]
}

function groupsOf(lines: readonly TextLine[]): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last.isList === line.isBullet) last.lines.push(line)
    else groups.push({ start: line.start, isList: line.isBullet, lines: [line] })
  }
  return groups
}

function Line({ line }: { readonly line: TextLine }) {
  return line.segments.map((segment) => <Piece key={segment.start} segment={segment} />)
}

function Piece({ segment: { words, item, ends } }: { readonly segment: Segment }) {
  return (
    <>
      {item ? <mark className={item.allowed === undefined ? lookOf(item).words : 'kept'}>{words}</mark> : words}
      {ends.map((one: CheckItem) => (
        <ItemMark key={one.mark} item={one} at="text" />
      ))}
    </>
  )
}
