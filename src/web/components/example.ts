import type { ReactNode } from 'react'

/** How a component looks, on the page of components and in the tests that look at all of them. */
export interface Example {
  readonly title: string
  readonly view: () => ReactNode
}
