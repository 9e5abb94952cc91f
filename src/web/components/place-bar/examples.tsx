import type { Example } from '../example.ts'
import { PlaceBar } from './place-bar.tsx'

export const examples: readonly Example[] = [
  {
    title: 'PlaceBar',
    view: () => (
      <div className="stack-5 narrow">
        <PlaceBar places={12} taken={7} held={3} waiting={0} />
        <PlaceBar places={2} taken={1} held={1} waiting={4} />
        <PlaceBar taken={5} held={0} waiting={0} />
      </div>
    ),
  },
]
