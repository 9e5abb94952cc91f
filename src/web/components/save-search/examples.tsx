import type { Example } from '../example.ts'
import { SaveSearch } from './save-search.tsx'

export const examples: readonly Example[] = [
  { title: 'SaveSearch', view: () => <SaveSearch link="https://schakel.example/nl/vacatures?region=AM14&band=32-35" /> },
]
