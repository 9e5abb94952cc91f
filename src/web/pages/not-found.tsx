import { data } from 'react-router'
import { shellWords } from '../words/shell.ts'

export function loader(): never {
  throw data('There is no such page.', { status: 404 })
}

export function action(): never {
  throw data('There is no such page.', { status: 404 })
}

export const meta = () => [{ title: `${shellWords.nl.lostTitle} | Schakel` }]

export default function NotFoundPage() {
  return null
}
