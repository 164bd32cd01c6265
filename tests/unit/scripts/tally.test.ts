import { describe, expect, it } from 'vitest'
import { importScript } from './import-script'

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
interface TallyModule {
  formatTally(tally: Tally): string
  sumTallies(tallies: readonly Tally[]): Tally
  tallyOfVitest(report: unknown): Tally
}

const { formatTally, sumTallies, tallyOfVitest } = await importScript<TallyModule>('steps/tally.mjs')

const fileOf = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

describe('the closing line of a test run', () => {
  it('names skipped tests only when there are some', () => {
    expect(formatTally({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(formatTally({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })

  it('adds the parts up', () => {
    const parts = [
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 4, failed: 1, skipped: 0 },
    ]
    expect(sumTallies(parts)).toEqual({ passed: 5, failed: 1, skipped: 2 })
  })
})

describe("counting vitest's report", () => {
  it('counts passed, failed and skipped tests', () => {
    const report = {
      testResults: [
        fileOf('passed', 'passed', 'passed', 'pending'),
        fileOf('failed', 'passed', 'failed', 'todo'),
      ],
    }
    expect(tallyOfVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a file that could not be loaded as one failed', () => {
    expect(tallyOfVitest({ testResults: [fileOf('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts a file that failed after its tests passed as one failed', () => {
    const report = { testResults: [fileOf('failed', 'passed')] }
    expect(tallyOfVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })
})
