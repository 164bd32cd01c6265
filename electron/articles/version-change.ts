/** One change of an article, made for reading: the text before it beside the text after it. Pure. */
import type { ChangedParagraph, VersionChange } from '../../contract/version'
import { compareParagraph, compareParagraphs } from './compare-paragraphs'
import { readableRuns } from './compare-words'

export interface VersionTexts {
  readonly at: string
  readonly before: { readonly title: string; readonly text: string }
  readonly after: { readonly title: string; readonly text: string }
}

export function versionChange({ at, before, after }: VersionTexts): VersionChange {
  return {
    at,
    title: readable(compareParagraph(before.title, after.title)),
    paragraphs: compareParagraphs(before.text, after.text).map(readable),
    earlier: before.text,
  }
}

function readable({ change, runs }: ChangedParagraph): ChangedParagraph {
  return { change, runs: change === 'edited' ? readableRuns(runs) : runs }
}
