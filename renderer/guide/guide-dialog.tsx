/** The guide, read offline: its chapters at the side, one of them in full. */
import { useMemo, useRef, useState } from 'react'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { GUIDE_CHAPTERS } from './guide-chapters'
import { readGuide, titleOf, type Block, type Span } from './read-guide'

const text = wording.guide

export function GuideDialog() {
  const close = useApp((state) => state.closeDialog)
  const [chosen, setChosen] = useState('first-minutes.md')
  const page = useRef<HTMLElement>(null)
  const markdown = GUIDE_CHAPTERS.find(([file]) => file === chosen)?.[1] ?? ''
  const blocks = useMemo(() => readGuide(markdown), [markdown])
  const go = (file: string) => {
    setChosen(file)
    page.current?.scrollTo(0, 0)
    page.current?.focus()
  }
  return (
    <Dialog title={text.title} onClose={close} size="large">
      <div className="guide">
        <nav aria-label={text.chapters}>
          {GUIDE_CHAPTERS.map(([file, each]) => (
            <button
              key={file}
              type="button"
              aria-current={file === chosen ? 'page' : undefined}
              onClick={() => {
                go(file)
              }}
            >
              {titleOf(each)}
            </button>
          ))}
        </nav>
        {/* Read with the keys too, so the text itself takes the focus. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <article ref={page} tabIndex={0} aria-label={titleOf(markdown)} lang="en">
          {blocks.map((block, at) => (
            <GuideBlock key={`${chosen} ${String(at)}`} block={block} go={go} />
          ))}
        </article>
      </div>
    </Dialog>
  )
}

interface BlockProps {
  readonly block: Block
  readonly go: (file: string) => void
}

function GuideBlock({ block, go }: BlockProps) {
  switch (block.kind) {
    case 'title':
      return (
        <h3 className="guide-title">
          <Spans spans={block.spans} go={go} />
        </h3>
      )
    case 'heading':
      return (
        <h4>
          <Spans spans={block.spans} go={go} />
        </h4>
      )
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} go={go} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((spans, at) => (
            <li key={at}>
              <Spans spans={spans} go={go} />
            </li>
          ))}
        </ul>
      )
    case 'commands':
      return <pre>{block.text}</pre>
  }
}

function Spans({ spans, go }: { readonly spans: readonly Span[]; readonly go: (file: string) => void }) {
  return spans.map((span, at) => <GuideSpan key={at} span={span} go={go} />)
}

function GuideSpan({ span, go }: { readonly span: Span; readonly go: (file: string) => void }) {
  const openExternal = useApp((state) => state.openExternal)
  if (span.kind !== 'link') {
    if (span.kind === 'code') return <code>{span.text}</code>
    return span.kind === 'strong' ? <strong>{span.text}</strong> : span.text
  }
  const known = GUIDE_CHAPTERS.some(([file]) => file === span.target)
  // Other documents of the project are not in the app.
  if (!known && !span.target.startsWith('https:')) return span.text
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        if (known) go(span.target)
        else void openExternal(span.target)
      }}
    >
      {span.text}
    </button>
  )
}
