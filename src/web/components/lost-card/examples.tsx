import type { ErrorKind } from '../../words/errors.ts'
import type { Example } from '../example.ts'
import { LostCard } from './lost-card.tsx'

const kinds: readonly ErrorKind[] = [
  'lost',
  'gone',
  'unreadable',
  'refused',
  'tooLarge',
  'tooMany',
  'busy',
  'failed',
  'closed',
  'offline',
]

export const examples: readonly Example[] = kinds.map((kind) => ({
  title: `LostCard, ${kind}`,
  view: () => (
    <LostCard
      kind={kind}
      level="h2"
      reference={kind === 'failed' ? '7F2C01' : undefined}
      actions={
        <a className="btn btn-2" href={`#${kind}`} id={kind}>
          Probeer weer
        </a>
      }
    />
  ),
}))
