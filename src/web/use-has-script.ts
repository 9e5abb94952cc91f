import { useEffect, useState } from 'react'

/** False on the server and on the first drawing, so that both draw the same. */
export function useHasScript(): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => setHas(true), [])
  return has
}
