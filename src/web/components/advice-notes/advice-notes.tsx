import { Form } from 'react-router'
import { Choice, Field } from '../../organisation/field.tsx'
import { adviceWords } from '../../words/advice.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface ShownNote {
  readonly id: string
  readonly side: 'person' | 'adviser'
  readonly text: string
  readonly on: string
  readonly corrects?: string | undefined
}

/** What went wrong with the form: which field, and what stood in it. */
export interface NoteWrong {
  readonly field: string
  readonly text: string
}

/** Notes of a person and their adviser, read by both, and a form for another one. Nothing is hidden: a correction stands beside what it corrects. */
export function AdviceNotes({
  notes,
  side,
  isOpen,
  wrong,
}: {
  readonly notes: readonly ShownNote[]
  readonly side: ShownNote['side']
  /** Whether something can be added. */
  readonly isOpen: boolean
  readonly wrong?: NoteWrong | undefined
}) {
  const words = adviceWords[useLanguage()].noteList
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{words.title}</h2>
      {isOpen ? <p className="mt4">{words.lead}</p> : null}
      {notes.length === 0 ? <p className="mt4">{words.none}</p> : null}
      <ol className="plain stack-3 mt4">
        {notes.map((note) => (
          <Note key={note.id} note={note} side={side} notes={notes} />
        ))}
      </ol>
      {isOpen ? <NoteForm notes={notes.filter((note) => note.side === side)} wrong={wrong} /> : null}
    </section>
  )
}

function Note({
  note,
  side,
  notes,
}: {
  readonly note: ShownNote
  readonly side: ShownNote['side']
  readonly notes: readonly ShownNote[]
}) {
  const language = useLanguage()
  const words = adviceWords[language].noteList
  const before = notes.find(({ id }) => id === note.corrects)
  const after = notes.find(({ corrects }) => corrects === note.id)
  return (
    <li className="card" id={`note-${note.id}`}>
      <p className="row bare">
        <strong>{note.side === 'person' && side === 'person' ? words.you : words[note.side]}</strong>
        <span className="note">{dateText(note.on, language)}</span>
        {after ? (
          <a className="small" href={`#note-${after.id}`}>
            {words.corrected}
          </a>
        ) : null}
      </p>
      {before ? (
        <p className="small bare">
          <a href={`#note-${before.id}`}>{words.corrects(dateText(before.on, language))}</a>
        </p>
      ) : null}
      <p className="advice-text">{note.text}</p>
    </li>
  )
}

const longestChoice = 60

function NoteForm({ notes, wrong }: { readonly notes: readonly ShownNote[]; readonly wrong: NoteWrong | undefined }) {
  const language = useLanguage()
  const words = adviceWords[language].noteList
  const error = (field: string): string | undefined => (wrong?.field === field ? words.wrong[field] : undefined)
  return (
    <Form method="post" className="stack-4 mt5 narrow" noValidate>
      <input type="hidden" name="intent" value="note" />
      <Field name="text" type="textarea" label={words.text} hint={words.hint} value={wrong?.text} error={error('text')} />
      {notes.length > 0 ? (
        <Choice
          name="corrects"
          label={words.fix}
          error={error('corrects')}
          choices={[
            { value: '', text: words.fixNone },
            ...notes.map(({ id, on, text }) => ({
              value: id,
              text: `${dateText(on, language)}: ${text.slice(0, longestChoice)}`,
            })),
          ]}
        />
      ) : null}
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}
