/** A changed text to read: added words underlined, removed ones struck through, both told to screen readers; unchanged stretches folded. */
import { useState } from 'react'
import type { ChangedParagraph, ChangeRun } from '../../contract/version'
import { Icon } from '../controls/icon'
import { wording } from '../text/wording'
import { foldSame } from './fold-same'
import type { Stretch } from './fold-same'

export function ChangedText({ paragraphs }: { readonly paragraphs: readonly ChangedParagraph[] }) {
  // A text never changes its order while it is shown: the place is its identity.
  return foldSame(paragraphs).map((stretch, at) => <StretchView key={String(at)} stretch={stretch} />)
}

function StretchView({ stretch: { folded, paragraphs } }: { readonly stretch: Stretch }) {
  const [open, setOpen] = useState(!folded)
  if (open) return paragraphs.map((paragraph, at) => <Paragraph key={String(at)} paragraph={paragraph} />)
  return (
    <button
      type="button"
      className="fold"
      onClick={() => {
        setOpen(true)
      }}
    >
      <Icon name="more" />
      {/* The words are the interface's, whatever way the article reads. */}
      <bdi dir="ltr">{wording.versions.folded(paragraphs.length)}</bdi>
    </button>
  )
}

function Paragraph({ paragraph: { change, runs } }: { readonly paragraph: ChangedParagraph }) {
  return (
    <p dir="auto" data-change={change}>
      <Runs runs={runs} />
    </p>
  )
}

export function Runs({ runs }: { readonly runs: readonly ChangeRun[] }) {
  return runs.map((run, at) => <Run key={String(at)} run={run} />)
}

/** What is only spoken stands in the line as an object, after which a comma could begin the next line. */
const JOINER = '\u2060'

function Run({ run: { kind, text } }: { readonly run: ChangeRun }) {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <>
      <Spoken>{kind === 'added' ? wording.versions.added : wording.versions.removed}</Spoken>
      <Mark>{text}</Mark>
      {JOINER}
      <Spoken>{wording.versions.end}</Spoken>
      {JOINER}
    </>
  )
}

/** Many screen readers pass `ins` and `del` over in silence. */
function Spoken({ children }: { readonly children: string }) {
  return <span className="spoken">{` ${children} `}</span>
}
