import { expect, test } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import { versionComparer } from '../../../electron/engine/version-desk'
import type { LibraryStore } from '../../../electron/library/library-store'
import type { StoredVersion } from '../../../electron/library/records'
import { TASKS } from '../../../electron/workers/run-task'
import type { TaskRunner } from '../../../electron/workers/tasks'

const ID = 'a'.repeat(32) as ArticleId
const tasks = {
  run: (name: keyof typeof TASKS, input: never) => TASKS[name](input),
} as unknown as TaskRunner

function library(versions: readonly StoredVersion[]): Pick<LibraryStore, 'article' | 'body'> {
  return {
    article: () => ({ title: 'Third title' }),
    body: () => Promise.resolve({ body: { text: 'Third text.' }, versions }),
  } as unknown as Pick<LibraryStore, 'article' | 'body'>
}

const VERSIONS = [
  { at: '1', changes: '', title: 'First title', text: 'First text.' },
  { at: '2', changes: '', title: null, text: 'Second text.' },
]
const added = (change: Awaited<ReturnType<ReturnType<typeof versionComparer>>>) =>
  [change.title, ...change.paragraphs]
    .flatMap(({ runs }) => runs)
    .filter(({ kind }) => kind === 'added')
    .map(({ text }) => text)

test('a change is the step to the next text that was kept, the last one to the text of now', async () => {
  const compare = versionComparer(library(VERSIONS), tasks)
  expect(added(await compare(ID, '1'))).toEqual(['Third', 'Second'])
  expect(added(await compare(ID, '2'))).toEqual(['Third'])
  expect((await compare(ID, '2')).earlier).toBe('Second text.')
})

test('a version that is not kept any more is an expected failure', async () => {
  await expect(versionComparer(library([]), tasks)(ID, '1')).rejects.toMatchObject({ code: 'no_version' })
})
