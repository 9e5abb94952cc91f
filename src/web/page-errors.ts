/** The pages are built apart from the modules, so an error's class is another one here: its name tells what it is. */
export function isNamed(error: unknown, name: 'NotFound' | 'Invalid'): boolean {
  return error instanceof Error && error.name === name
}
