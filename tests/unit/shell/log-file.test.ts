/** The log on disk: redacted, bounded, never in the way. */
import { mkdtempSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLogFile } from '../../../electron/shell/log-file'

const now = (): Date => new Date('2026-03-01T10:00:00Z')
const place = (): string => join(mkdtempSync(join(tmpdir(), 'offprint-log-')), 'logs', 'offprint.log')

it('writes one JSON object a line, without secrets', () => {
  const file = place()
  const log = openLogFile({ file, home: '/home/ann', now })
  log.warn('fetch failed', { address: 'https://ann:pw@example.org/f?key=1', tries: 2 })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    at: '2026-03-01T10:00:00.000Z',
    level: 'warn',
    message: 'fetch failed',
    address: 'https://…@example.org/f?…',
    tries: 2,
  })
})

it("is only the reader's to read", { skip: process.platform === 'win32' }, () => {
  const file = place()
  openLogFile({ file, home: '', now }).info('x')
  expect(statSync(file).mode & 0o077).toBe(0)
})

it('starts a new file at a megabyte and keeps one old', () => {
  const file = place()
  const log = openLogFile({ file, home: '', now })
  writeFileSync(file, 'x'.repeat(1_000_001))
  log.info('fresh')
  expect(readFileSync(file, 'utf8')).toContain('fresh')
  expect(statSync(file).size).toBeLessThan(200)
  expect(statSync(`${file}.1`).size).toBe(1_000_001)
})

it('stays silent where it cannot write', () => {
  const file = place()
  mkdirSync(file, { recursive: true })
  const log = openLogFile({ file, home: '', now })
  expect(() => {
    log.error('nowhere')
  }).not.toThrow()
})
