/** Imports a module of scripts/, which is plain JavaScript without declarations: the caller says what it expects of it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export async function importScript<T>(path: string): Promise<T> {
  const address = pathToFileURL(join(process.cwd(), 'scripts', path)).href
  return (await import(/* @vite-ignore */ address)) as T
}
