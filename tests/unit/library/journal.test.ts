import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Journal } from '../../../electron/library/journal'
import type { LibraryFiles } from '../../../electron/library/json-file'
import { NOON, hastyDisk, removeFolder, temporaryFolder } from './sample-library'

let folder: string
let files: LibraryFiles

beforeEach(async () => {
  folder = await temporaryFolder()
  files = {
    disk: hastyDisk,
    folder,
    readOnly: false,
    fence: { closed: false },
    now: () => NOON,
    notice: () => undefined,
  }
})

afterEach(() => removeFolder(folder))

async function entriesOnDisk(): Promise<unknown[]> {
  const entries: unknown[] = []
  await new Journal(files).load((entry) => entries.push(entry))
  return entries
}

describe('Journal', () => {
  it('keeps what is appended while the old segment is being closed, and drops what came before', async () => {
    let closed: () => void = () => undefined
    const closing = new Promise<void>((resolve) => (closed = resolve))
    const openAppend = async (file: string) => {
      const output = await hastyDisk.openAppend(file)
      const close = async (): Promise<void> => {
        await output.close()
        await closing
      }
      return { append: output.append, close }
    }
    const journal = new Journal({ ...files, disk: { ...hastyDisk, openAppend } })
    await journal.append({ kind: 'before' })
    const rotating = journal.rotate()
    await new Promise((resolve) => setImmediate(resolve))
    const during = journal.append({ kind: 'during' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    closed()
    await during
    const removeOld = await rotating
    expect(await entriesOnDisk()).toEqual([{ kind: 'before' }, { kind: 'during' }])
    await removeOld()
    expect(await entriesOnDisk()).toEqual([{ kind: 'during' }])
  })

  it('goes on after an append that failed in the middle of a line', async () => {
    let failures = 1
    const openAppend = async (file: string) => {
      const output = await hastyDisk.openAppend(file)
      const append = async (bytes: Uint8Array): Promise<void> => {
        if (failures-- !== 1) return output.append(bytes)
        await output.append(bytes.subarray(0, 25))
        throw Object.assign(new Error('ENOSPC: made for a test'), { code: 'ENOSPC' })
      }
      return { append, close: output.close }
    }
    const journal = new Journal({ ...files, disk: { ...hastyDisk, openAppend } })
    await expect(journal.append({ kind: 'lost' })).rejects.toMatchObject({ code: 'disk_full' })
    await journal.append({ kind: 'kept' })
    await journal.close()
    const notices: unknown[] = []
    files = { ...files, notice: (notice) => notices.push(notice) }
    expect(await entriesOnDisk()).toEqual([{ kind: 'kept' }])
    expect(notices).toEqual([])
  })
})
