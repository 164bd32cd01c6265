/** The kinds of field a setting has: a choice of a few, one of many numbers, a range, a switch. All are the browser's own inputs under our dress. */
import { useId } from 'react'

export interface ChoiceProps<T extends string> {
  readonly label: string
  readonly options: Readonly<Record<T, string>>
  readonly value: T
  readonly onChange: (value: T) => void
}

export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  const name = useId()
  return (
    // Not a fieldset: before Chromium 119 its legend takes a line of its own whatever the style sheet says.
    <div className="setting choice" role="radiogroup" aria-labelledby={name}>
      <span id={name}>{label}</span>
      <div className="segments">
        {(Object.entries(options) as [T, string][]).map(([option, title]) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => {
                onChange(option)
              }}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </div>
  )
}

export interface RangeFieldProps {
  readonly label: string
  /** The value in words. */
  readonly shown: string
  /** Least, most, step. */
  readonly limits: readonly [number, number, number]
  readonly value: number
  readonly onChange: (value: number) => void
}

export function RangeField({ label, shown, limits: [min, max, step], value, onChange }: RangeFieldProps) {
  return (
    <label className="setting">
      <span>{label}</span>
      <span className="range">
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={shown}
          onChange={(event) => {
            onChange(Number(event.target.value))
          }}
        />
        <output>{shown}</output>
      </span>
    </label>
  )
}

export interface NumberChoiceProps {
  readonly label: string
  /** Value and its words; a value that is none of them gets a line of its own. */
  readonly options: readonly (readonly [number, string])[]
  readonly other: (value: number) => string
  readonly value: number
  readonly onChange: (value: number) => void
}

export function NumberChoice({ label, options, other, value, onChange }: NumberChoiceProps) {
  const known = options.some(([option]) => option === value)
  const all = known ? options : [...options, [value, other(value)] as const]
  return <SelectField label={label} options={all} value={value} onChange={onChange} />
}

export interface WordChoiceProps<T extends string> extends ChoiceProps<T> {
  readonly hint: string
}

/** As `Choice`, for more words than stand side by side. */
export function WordChoice<T extends string>({ label, hint, options, value, onChange }: WordChoiceProps<T>) {
  const hintId = useId()
  const words = Object.entries(options) as [T, string][]
  return (
    <>
      <SelectField label={label} options={words} value={value} onChange={onChange} hintId={hintId} />
      <small className="quiet setting-hint" id={hintId}>
        {hint}
      </small>
    </>
  )
}

interface SelectFieldProps<T extends string | number> {
  readonly label: string
  /** Value and its words. */
  readonly options: readonly (readonly [T, string])[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly hintId?: string
}

function SelectField<T extends string | number>(props: SelectFieldProps<T>) {
  const { label, options, value, onChange, hintId } = props
  return (
    <label className="setting">
      <span>{label}</span>
      <select
        className="field"
        value={value}
        aria-describedby={hintId}
        onChange={(event) => {
          const chosen = options.find(([option]) => String(option) === event.target.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

export interface SwitchFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

export function SwitchField({ label, hint, value, onChange }: SwitchFieldProps) {
  const hintId = useId()
  return (
    <div className="setting">
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={value}
          aria-describedby={hint === undefined ? undefined : hintId}
          onChange={(event) => {
            onChange(event.target.checked)
          }}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <small className="quiet" id={hintId}>
          {hint}
        </small>
      )}
    </div>
  )
}
