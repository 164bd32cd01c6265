/** Find in the open article: a small bar over the text; Enter goes to the next match, Shift+Enter to the one before. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'
import { findInText, matchFrom } from './find-in-text'
import { paintMatches } from './paint-highlights'
import { firstShownOffset, scrollIntoSight } from './passage-place'
import type { ShownText } from './shown-text'

export interface FindBarProps {
  readonly shown: ShownText
  /** Each wish to find begins anew in the field. */
  readonly wish: number
  readonly onClose: () => void
}

export function FindBar({ shown, wish, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const { matches, at, step } = useMatches(shown, words)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [wish])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  const none = words.trim() !== '' && matches.length === 0
  return (
    // Escape closes it wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="find-bar" role="search" aria-label={wording.find.label} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label={wording.find.label}
        placeholder={wording.find.label}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
        }}
      />
      <span className="find-count" role="status" data-none={none || undefined}>
        {words.trim() === '' ? '' : none ? wording.find.nothing : wording.find.place(at + 1, matches.length)}
      </span>
      <IconButton
        icon="up"
        label={wording.find.previous}
        keys="Shift Enter"
        disabled={matches.length === 0}
        onClick={() => {
          step(-1)
        }}
      />
      <IconButton
        icon="down"
        label={wording.find.next}
        keys="Enter"
        disabled={matches.length === 0}
        onClick={() => {
          step(1)
        }}
      />
      <IconButton icon="close" label={wording.find.close} keys="Esc" onClick={onClose} />
    </div>
  )
}

function useMatches(shown: ShownText, words: string) {
  const { text } = shown
  const matches = useMemo(() => findInText(text, words), [text, words])
  // The search begins at what is on screen, and stays there while more letters are typed or the body is drawn anew.
  const [chosen, setChosen] = useState<{ readonly of: typeof matches; readonly at: number } | null>(null)
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const origin = useMemo(() => firstShownOffset(shown), [text])
  const at = chosen?.of === matches ? chosen.at : matchFrom(matches, origin)
  useEffect(() => {
    paintMatches(shown, matches, at)
    return () => {
      paintMatches(shown, [], -1)
    }
  }, [shown, matches, at])
  useEffect(() => {
    const match = matches[at]
    if (match) scrollIntoSight(shown, match)
    // A body that is drawn anew must not scroll: the reader may have left the match.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [matches, at])
  const step = (by: 1 | -1) => {
    if (matches.length > 0) setChosen({ of: matches, at: (at + by + matches.length) % matches.length })
  }
  return { matches, at, step }
}
