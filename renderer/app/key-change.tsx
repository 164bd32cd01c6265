/** The button that takes another key for a command: press it, then the key. A key that is taken is told before it is taken away. */
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { wording } from '../text/wording'
import { COMMAND_LABELS } from './command-groups'
import type { CommandName } from './commands'
import { KeyCaps } from './key-caps'
import { PAIR_PAUSE_MS, keyOwners, keysOf, withKey } from './key-map'
import { strokeName, strokeOf } from './key-stroke'
import { useApp } from './window-context'

const text = wording.shortcuts

/** Keys that stay what they are, or the sheet could not be worked with any more. */
const FIXED: ReadonlySet<CommandName> = new Set(['escape'])

type Step =
  | { readonly name: 'rest' }
  | { readonly name: 'listening'; readonly first: string }
  | { readonly name: 'taken'; readonly key: string; readonly owners: readonly CommandName[] }

const REST: Step = { name: 'rest' }

export function KeyChange({ command }: { readonly command: CommandName }) {
  const key = useApp((state) => keysOf(command, state.settings.keys)[0])
  const { step, listen, rest, leave, give, onKeyDown } = useKeyChange(command)
  if (FIXED.has(command)) return key === undefined ? null : <KeyCaps keys={key} />
  if (step.name === 'taken') return <Taken step={step} onTake={give} onLeave={leave} />
  return (
    <button
      type="button"
      className="key-change"
      aria-label={text.changeKey(COMMAND_LABELS[command], key ?? text.none)}
      onKeyDown={onKeyDown}
      onBlur={rest}
      onClick={listen}
    >
      {step.name === 'listening' ? (
        <span role="status">{step.first === '' ? text.pressKey : text.pressSecond(step.first)}</span>
      ) : key === undefined ? (
        text.none
      ) : (
        <KeyCaps keys={key} />
      )}
    </button>
  )
}

function useKeyChange(command: CommandName) {
  const changes = useApp((state) => state.settings.keys)
  const changeSettings = useApp((state) => state.changeSettings)
  const [step, setStep] = useState<Step>(REST)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const rest = () => {
    clearTimeout(timer.current)
    // A key that is taken waits for an answer, also when its button has lost the focus.
    setStep((last) => (last.name === 'listening' ? REST : last))
  }
  const give = (wanted: string) => {
    setStep(REST)
    void changeSettings({ keys: withKey(changes, command, wanted) })
  }
  const offer = (wanted: string) => {
    clearTimeout(timer.current)
    const owners = keyOwners(wanted, changes, command)
    if (owners.length === 0) give(wanted)
    else setStep({ name: 'taken', key: wanted, owners })
  }
  const take = (stroke: string, first: string) => {
    if (stroke === 'Escape') rest()
    else if (stroke === 'Backspace' || stroke === 'Delete') give('')
    else if (first !== '') offer(`${first} ${stroke}`)
    else {
      // It may be the first of two; alone it counts when no second comes.
      setStep({ name: 'listening', first: stroke })
      timer.current = setTimeout(() => {
        offer(stroke)
      }, PAIR_PAUSE_MS)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (step.name !== 'listening') return
    event.preventDefault()
    event.stopPropagation()
    const stroke = strokeName(strokeOf(event))
    if (stroke !== null) take(stroke, step.first)
  }
  return {
    step,
    rest,
    leave: () => {
      setStep(REST)
    },
    listen: () => {
      setStep({ name: 'listening', first: '' })
    },
    give,
    onKeyDown,
  }
}

interface TakenProps {
  readonly step: { readonly key: string; readonly owners: readonly CommandName[] }
  readonly onTake: (key: string) => void
  readonly onLeave: () => void
}

function Taken({ step, onTake, onLeave }: TakenProps) {
  const { key, owners } = step
  return (
    <span className="key-taken" role="alert">
      <span>{text.taken(key, owners.map((owner) => COMMAND_LABELS[owner]).join(', '))}</span>
      <button
        type="button"
        className="button"
        // The button it stands in for had the focus.
        ref={(button) => button?.focus()}
        onClick={() => {
          onTake(key)
        }}
      >
        {text.take}
      </button>
      <button type="button" className="button plain" onClick={onLeave}>
        {wording.actions.cancel}
      </button>
    </span>
  )
}
