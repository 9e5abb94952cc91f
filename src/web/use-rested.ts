import { useEffect, useState } from 'react'

/** The value once it has not changed for a while: so that a count is said once, and not at every step of a slider. */
export function useRested<T>(value: T, restMs = 500): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested
}
