import { useEffect, useRef } from 'react'

/** Brings the focus to what answers when the value changes: the button that was pressed may be gone. Not on the first drawing. */
export function useFocusOnChange(id: string, value: string): void {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    document.getElementById(id)?.focus({ preventScroll: true })
  }, [id, value])
}
