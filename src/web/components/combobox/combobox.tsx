import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../icon/icon.tsx'

export interface Option {
  readonly id: string
  readonly label: string
  /** The other name that was found, when it is not the label. */
  readonly also?: string
}

export interface ComboboxProps {
  readonly label: string
  readonly hint?: string
  readonly name: string
  readonly defaultValue?: string
  readonly placeholder?: string
  /** How many were found, said politely. */
  readonly countText: (count: number) => string
  readonly load: (text: string) => Promise<readonly Option[]>
  readonly onPick: (option: Option) => void
}

const restMs = 150

/**
 * A search box that is a plain field without a script. With one, it lists options below it: arrow keys move, Enter picks,
 * Escape closes (WAI-ARIA combobox, list below, focus stays in the field).
 */
export function Combobox({ label, hint, name, defaultValue, placeholder, countText, load, onPick }: ComboboxProps) {
  const id = useId()
  const [options, setOptions] = useState<readonly Option[]>([])
  const [active, setActive] = useState(-1)
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (text.trim().length < 2) {
      setOptions([])
      return
    }
    let isOld = false
    const timer = setTimeout(async () => {
      const found = await load(text).catch(() => [])
      if (isOld) return
      setOptions(found)
      setActive(-1)
    }, restMs)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [text, load])

  const isOpen = options.length > 0
  const close = (): void => {
    setOptions([])
    setActive(-1)
  }
  const pick = (option: Option): void => {
    close()
    setText('')
    if (field.current) field.current.value = ''
    onPick(option)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) return
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => (now + step + options.length) % options.length)
    } else if (event.key === 'Enter') {
      const option = options[active]
      if (!option) return
      event.preventDefault()
      pick(option)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    }
  }
  return (
    <div>
      <label className="label" htmlFor={`${id}i`}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${id}h`}>
          {hint}
        </span>
      ) : null}
      <div className="pick">
        <Icon name="search" />
        <input
          ref={field}
          className="input"
          id={`${id}i`}
          name={name}
          defaultValue={defaultValue}
          placeholder={placeholder}
          maxLength={100}
          autoComplete="off"
          aria-describedby={hint ? `${id}h` : undefined}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}l`}
          aria-activedescendant={active >= 0 ? `${id}o${active}` : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
          onBlur={() => setTimeout(close, 200)}
        />
      </div>
      <div className="options" role="listbox" id={`${id}l`} aria-label={label} hidden={!isOpen}>
        {options.map((option, index) => (
          // Focus stays in the field: the keys are handled there.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={option.id}
            role="option"
            id={`${id}o${index}`}
            aria-selected={index === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.label}
            {option.also ? <span className="note"> ({option.also})</span> : null}
          </div>
        ))}
      </div>
      <p className="vh" role="status">
        {isOpen ? countText(options.length) : ''}
      </p>
    </div>
  )
}
